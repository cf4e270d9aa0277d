//! Support for tests that run cargo and errcat in folders of their own.
