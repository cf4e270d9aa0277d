//! A library for `LD_PRELOAD` that makes one file operation of a process fail.
//!
//! `FAULT_AT` is the operation's number, `FAULT_MODE` what happens to it: `fail`, `kill` or `wait`. When it happens, a file
//! named by `FAULT_HAPPENED` is created. Operations count if they are on relative paths, or on files opened by those: the
//! loader and the standard library use absolute ones.

use std::ffi::{CStr, CString, c_char, c_int, c_long, c_uint, c_void};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

unsafe extern "C" {
    fn dlsym(handle: *mut c_void, symbol: *const c_char) -> *mut c_void;
    fn raise(signal: c_int) -> c_int;
    fn creat64(path: *const c_char, mode: c_uint) -> c_int;
    fn __errno_location() -> *mut c_int;
}

const NEXT: *mut c_void = -1isize as *mut c_void;
const EIO: c_int = 5;
const SIGKILL: c_int = 9;

/// The files opened by a relative path, as bits.
static OPENED: AtomicU64 = AtomicU64::new(0);
static OPERATIONS: AtomicUsize = AtomicUsize::new(0);

struct Fault {
    at: usize,
    mode: String,
    happened: CString,
}

static FAULT: OnceLock<Fault> = OnceLock::new();

fn fault() -> &'static Fault {
    FAULT.get_or_init(|| {
        let variable = |name| std::env::var(name).expect("the test sets it");
        Fault {
            at: variable("FAULT_AT").parse().expect("a number"),
            mode: variable("FAULT_MODE"),
            happened: CString::new(variable("FAULT_HAPPENED")).expect("a path"),
        }
    })
}

/// Whether an operation that counts has to fail.
fn fails() -> bool {
    let fault = fault();
    if OPERATIONS.fetch_add(1, Ordering::Relaxed) != fault.at {
        return false;
    }
    unsafe { creat64(fault.happened.as_ptr(), 0o644) };
    match &*fault.mode {
        "fail" => true,
        "kill" => {
            unsafe { raise(SIGKILL) };
            true
        }
        _ => {
            std::thread::sleep(Duration::from_millis(10));
            false
        }
    }
}

fn is_relative(path: *const c_char) -> bool {
    let path = unsafe { CStr::from_ptr(path) };
    !path.to_bytes().starts_with(b"/")
}

fn is_opened(file: c_int) -> bool {
    (0..64).contains(&file) && OPENED.load(Ordering::Relaxed) >> file & 1 == 1
}

/// Declares a function that calls the next one of its name, unless it has to fail.
macro_rules! intercept {
    ($(fn $name:ident($($arg:ident: $kind:ty),*) -> $output:ty, if $counts:expr;)*) => {
        $(
            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn $name($($arg: $kind),*) -> $output {
                if $counts && fails() {
                    unsafe { *__errno_location() = EIO };
                    return -1;
                }
                let name = concat!(stringify!($name), "\0");
                let next = unsafe { dlsym(NEXT, name.as_ptr().cast()) };
                let next: unsafe extern "C" fn($($kind),*) -> $output = unsafe { std::mem::transmute(next) };
                unsafe { next($($arg),*) }
            }
        )*
    };
}

intercept! {
    fn write(file: c_int, bytes: *const c_void, len: usize) -> isize, if is_opened(file);
    fn read(file: c_int, bytes: *mut c_void, len: usize) -> isize, if is_opened(file);
    fn rename(from: *const c_char, to: *const c_char) -> c_int, if is_relative(from);
    fn unlink(path: *const c_char) -> c_int, if is_relative(path);
    fn mkdir(path: *const c_char, mode: c_uint) -> c_int, if is_relative(path);
    fn futimens(file: c_int, times: *const c_void) -> c_int, if is_opened(file);
    fn linkat(from: c_int, old: *const c_char, to: c_int, new: *const c_char, flags: c_int) -> c_int, if is_relative(old);
    fn flock(file: c_int, operation: c_int) -> c_int, if is_opened(file);
    fn lseek64(file: c_int, offset: c_long, whence: c_int) -> c_long, if is_opened(file);
}

/// In C its last argument is variadic, which makes no difference to how it is passed on the platforms of the test.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn open64(path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    let counts = is_relative(path);
    if counts && fails() {
        unsafe { *__errno_location() = EIO };
        return -1;
    }
    let next = unsafe { dlsym(NEXT, c"open64".as_ptr()) };
    let next: unsafe extern "C" fn(*const c_char, c_int, c_uint) -> c_int = unsafe { std::mem::transmute(next) };
    let file = unsafe { next(path, flags, mode) };
    if (0..64).contains(&file) {
        if counts {
            OPENED.fetch_or(1 << file, Ordering::Relaxed);
        } else {
            OPENED.fetch_and(!(1 << file), Ordering::Relaxed);
        }
    }
    file
}
