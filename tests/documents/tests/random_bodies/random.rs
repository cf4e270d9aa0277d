//! Random values, the same in each run.

use serde_json::{Value, json};

pub struct Random(u64);

/// Names that mean something in some format.
const NAMES: [&str; 26] = [
    "code",
    "reason",
    "message",
    "metadata",
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "errors",
    "error",
    "details",
    "number",
    "msg",
    "data",
    "statusCode",
    "description",
    "name",
    "fields",
    "article",
    "left",
    "token",
    "status_",
    "title_",
    "trace_id",
    "errcode",
];

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below this one.
    pub fn below(&mut self, limit: usize) -> usize {
        // Xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("it is below a usize")
    }

    fn name(&mut self) -> String {
        NAMES[self.below(NAMES.len())].to_owned()
    }

    fn value(&mut self) -> Value {
        let values = [
            json!(null),
            json!(""),
            json!("1"),
            json!("-1"),
            json!("a, b\\, c"),
            json!("a: b; c: d"),
            json!(true),
            json!(3),
            json!(-1),
            json!(1.5),
            json!(409),
            json!("409"),
            json!(503),
            json!("SoldOut"),
            json!("NoArticle"),
            json!("Plane"),
            json!("FewLeft"),
            json!("Named"),
            json!("Nobody"),
            json!("only 2 of pear left"),
            json!("pear is sold out"),
            json!("no `x` here"),
            json!("about:blank"),
            json!("https://shop.example/errors#SoldOut"),
            json!([]),
            json!({}),
            json!("https://example.org/named"),
            json!(["a", "b"]),
            json!([1]),
            json!({"a": "b"}),
            json!({"message": "inner"}),
            json!([{"pointer": "#/a/0", "detail": "m"}]),
            json!([{"field": "b", "message": "n", "code": "c"}]),
            json!({"article": "pear", "left": "2"}),
            json!({"article": "pear", "left": 2}),
            json!({"trace_id": "t-1"}),
            json!([{"message": "first"}, {"message": "second"}]),
            json!("[redacted]"),
            json!("NaN"),
            json!("true"),
            json!({"code": 429, "status": "429"}),
            json!("token abc has expired"),
            json!("<article> is sold out"),
            json!([{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "SoldOut", "domain": "Shop",
                    "metadata": {"article": "pear"}}]),
            json!([{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "SoldOut", "domain": "Bank"}]),
        ];
        values[self.below(values.len())].clone()
    }

    /// Changes something in a body.
    pub fn change(&mut self, body: &mut Value) {
        match body {
            Value::Object(members) if !members.is_empty() => {
                let name = members.keys().nth(self.below(members.len())).expect("there are as many").clone();
                match self.below(6) {
                    0 => _ = members.remove(&name),
                    1 => _ = members.insert(name, self.value()),
                    2 => _ = members.insert(self.name(), self.value()),
                    3 => {
                        let value = members.remove(&name).expect("it is there");
                        members.insert(self.name(), value);
                    }
                    _ => self.change(members.get_mut(&name).expect("it is there")),
                }
            }
            Value::Array(values) if !values.is_empty() => {
                let at = self.below(values.len());
                self.change(&mut values[at]);
            }
            value => *value = self.value(),
        }
    }
}
