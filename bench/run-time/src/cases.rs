//! The cases, each with its contenders.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt::{Display, Write};
use std::hint::black_box;
use std::str::FromStr;
use std::time::{Duration, Instant};

use crate::inputs::{misspelt, shuffled};
use crate::wire;

/// Something that a program does with errors.
pub struct Case {
    /// Its name.
    pub name: &'static str,
    /// The size of the catalogue.
    pub codes: usize,
    /// The ways to do it.
    pub contenders: Vec<Contender>,
}

/// One way to do it.
pub struct Contender {
    /// The name of the contender.
    pub name: &'static str,
    operation: Box<dyn Fn(usize) -> Duration>,
}

impl Contender {
    /// Times this many operations on the next inputs.
    #[must_use]
    pub fn time(&self, operations: u64) -> Duration {
        (self.operation)(usize::try_from(operations).unwrap_or(usize::MAX))
    }

    pub(crate) fn new<I: Clone + 'static>(name: &'static str, inputs: &[I], operation: impl Fn(&I) + 'static) -> Self {
        let (inputs, next) = (shuffled(inputs), Cell::new(0));
        let operation = Box::new(move |mut left: usize| {
            let mut at = next.get();
            let start = Instant::now();
            while left > 0 {
                let end = inputs.len().min(at + left);
                inputs[at..end].iter().for_each(&operation);
                left -= end - at;
                at = end % inputs.len();
            }
            let time = start.elapsed();
            next.set(at);
            time
        });
        Self { name, operation }
    }

    fn lookup<C: FromStr + 'static>(name: &'static str, inputs: &[String]) -> Self
    where
        C::Err: 'static,
    {
        Self::new(name, inputs, |input| drop(black_box(black_box(input.as_str()).parse::<C>().ok())))
    }

    /// Including the error for an unknown name, which may store the name.
    fn lookup_or_error<C: FromStr + 'static>(name: &'static str, inputs: &[String]) -> Self
    where
        C::Err: 'static,
    {
        Self::new(name, inputs, |input| drop(black_box(black_box(input.as_str()).parse::<C>())))
    }

    /// Into a text with enough capacity, so that no allocation is timed. There is only one error of each code, since an
    /// error is usually shown soon after it was created, while it is in the processor's caches.
    fn display<E: Display + 'static>(name: &'static str, errors: Vec<E>) -> Self {
        let text = RefCell::new(String::with_capacity(1024));
        let inputs: Vec<_> = (0..errors.len()).collect();
        Self::new(name, &inputs, move |&index| {
            let mut text = text.borrow_mut();
            text.clear();
            let _ = write!(text, "{}", black_box(&errors[index]));
            black_box(&*text);
        })
    }
}

/// The cases of a catalogue, by the name of its module.
macro_rules! cases_of {
    ($catalogue:ident $(, $snafu:ident)?) => {{
        use compiled_catalogues::$catalogue::{ALIASES, ours, today $(, $snafu)?};

        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        let names: Vec<_> = ours::ErrorCode::ALL.iter().map(|code| code.as_str().to_owned()).collect();
        let by_name = |name, inputs: &[String]| {
            let mut map: HashMap<_, _> = ours::ErrorCode::ALL.iter().map(|&code| (code.as_str(), code)).collect();
            map.extend(ALIASES.iter().map(|&alias| (alias, alias.parse().expect("an alias names a code"))));
            let contenders = vec![
                Contender::lookup::<ours::ErrorCode>(ERRCAT, inputs),
                Contender::lookup::<today::ErrorCode>("strum", inputs),
                Contender::new("phf", inputs, |name: &String| {
                    black_box(ours::NAMES.get(black_box(name.as_str())).copied());
                }),
                Contender::new("HashMap", inputs, move |name: &String| {
                    black_box(map.get(black_box(name.as_str())).copied());
                }),
            ];
            Case { name, codes: names.len(), contenders }
        };
        // The same code in each of the enums.
        macro_rules! of_code {
            ($name:literal, $method:ident) => {
                Case {
                    name: $name,
                    codes: names.len(),
                    contenders: vec![
                        Contender::new(ERRCAT, ours::ErrorCode::ALL, |code| {
                            black_box(black_box(*code).$method());
                        }),
                        Contender::new("thiserror + strum", today::ErrorCode::ALL, |code| {
                            black_box(black_box(*code).$method());
                        }),
                    ],
                }
            };
        }
        let mut cases = vec![
            by_name("name to code, hit", &names),
            by_name("name to code, miss", &misspelt(&names)),
            Case {
                name: "name to code, miss and its error",
                codes: names.len(),
                contenders: vec![
                    Contender::lookup_or_error::<ours::ErrorCode>(ERRCAT, &misspelt(&names)),
                    Contender::lookup_or_error::<today::ErrorCode>("strum", &misspelt(&names)),
                ],
            },
            by_name("name to code, alias", &owned(ALIASES)),
            Case {
                name: "Display without params",
                codes: names.len(),
                contenders: vec![
                    Contender::display(ERRCAT, ours::without_params()),
                    Contender::display("thiserror", today::without_params()),
                    $(Contender::display("snafu", $snafu::without_params()),)?
                ],
            },
            Case {
                name: "Display with params",
                codes: names.len(),
                contenders: vec![
                    Contender::display(ERRCAT, ours::with_params()),
                    Contender::display("thiserror", today::with_params()),
                    $(Contender::display("snafu", $snafu::with_params()),)?
                ],
            },
            of_code!("http_status", http_status),
            of_code!("as_str", as_str),
            of_code!("description", description),
        ];
        cases.extend(wire::cases(names.len(), ours::with_params()));
        cases
    }};
}

/// All cases for 38 codes, or with the feature `large` for 10,000. Not for both: the compiler inlines less of a peer in
/// a larger program.
#[must_use]
pub fn cases() -> Vec<Case> {
    #[cfg(not(feature = "large"))]
    return cases_of!(small, with_snafu);
    #[cfg(feature = "large")]
    cases_of!(large)
}

pub(crate) const ERRCAT: &str = "errcat";
