//! The parts of synthetic names and texts.

/// Words that differ in more than one letter; otherwise errcat would warn about similar codes.
#[rustfmt::skip]
pub(crate) const WORDS: &[&str] = &[
    "access", "account", "address", "agent", "alias", "amount", "archive", "argument", "asset", "attempt", "audit",
    "auth", "backup", "balance", "bank", "batch", "bearer", "billing", "body", "branch", "bucket", "budget", "buffer",
    "bundle", "cache", "cart", "catalog", "channel", "charge", "client", "cluster", "code", "column", "comment",
    "commit", "config", "conflict", "contact", "content", "cookie", "country", "coupon", "credit", "currency",
    "cursor", "customer", "data", "deadline", "delivery", "deploy", "device", "digest", "discount", "document",
    "domain", "draft", "duplicate", "email", "encoding", "entity", "entry", "event", "expired", "export", "feature",
    "field", "file", "filter", "folder", "forbidden", "format", "gateway", "grant", "group", "handle", "header",
    "host", "image", "import", "index", "input", "insert", "instance", "invalid", "invoice", "item", "job", "journal",
    "key", "label", "lease", "ledger", "length", "level", "license", "limit", "link", "list", "locale", "lock",
    "login", "lookup", "manifest", "mapping", "media", "member", "merge", "message", "method", "metric", "missing",
    "module", "month", "name", "network", "notice", "number", "object", "offset", "option", "order", "origin",
    "owner", "package", "page", "parent", "parse", "partial", "password", "path", "payload", "payment", "peer",
    "period", "permission", "pipeline", "plan", "policy", "pool", "port", "price", "process", "product", "profile",
    "project", "provider", "proxy", "query", "queue", "quota", "range", "rate", "record", "refund", "region",
    "release", "reply", "report", "request", "reserve", "resource", "result", "retry", "role", "route", "row",
    "sample", "schema", "scope", "script", "search", "secret", "section", "segment", "sender", "server", "service",
    "session", "setting", "shape", "shard", "signature", "size", "slot", "snapshot", "source", "stage", "status",
    "step", "stock", "storage", "store", "stream", "string", "subject", "switch", "symbol", "table", "tag", "target",
    "task", "team", "template", "tenant", "text", "theme", "thread", "ticket", "timeout", "title", "token", "topic",
    "total", "trace", "transfer", "trigger", "type", "unit", "update", "upload", "usage", "user", "value", "vault",
    "vendor", "version", "view", "volume", "wallet", "webhook", "weight", "window", "worker", "writer", "zone",
];

/// Names of params.
pub(crate) const PARAMS: &[&str] = &["fields", "path", "key", "reason", "limit", "value", "user", "id", "kind"];
