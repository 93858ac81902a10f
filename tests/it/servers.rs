//! The example configurations in `docs/servers`: the servers that are installed are started with them, and answer as the
//! README asks. Of the platforms that nobody can start at home, the rules are read.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const FOREVER: &str = "public, max-age=31536000, immutable";

/// What the site of the test holds, and how each file has to come: address, type, lifetime, for other origins too.
#[rustfmt::skip] // One file a line.
const FILES: [(&str, &str, &str, bool); 10] = [
    ("/index.html", "text/html", "no-cache", false),
    ("/boot-0123456789abcdef.js", "text/javascript", FOREVER, true),
    ("/gatefold-0123456789abcdef.css", "text/css", FOREVER, true),
    ("/gatefold-app-0123456789abcdef_bg.wasm", "application/wasm", FOREVER, true),
    ("/articles/a.json", "application/json", "no-cache", false),
    ("/sw.js", "text/javascript", "no-cache", false),
    ("/manifest.webmanifest", "application/manifest+json", "no-cache", false),
    ("/embed/gatefold.js", "text/javascript", "no-cache", true),
    ("/embed/gatefold-embed-0123456789abcdef.js", "text/javascript", FOREVER, true),
    ("/embed/share-0123456789abcdef.wasm", "application/wasm", FOREVER, true),
];

/// A server under test; it ends with this.
struct Server {
    process: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    /// Starts `command` and waits until it answers on `port`.
    fn start(command: &mut Command, port: u16) -> Self {
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("an installed server");
        let mut server = Self { process, port };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(server.process.try_wait().expect("a process").is_none(), "{command:?} ended");
            assert!(begun.elapsed() < Duration::from_secs(20), "{command:?} does not answer");
            thread::sleep(Duration::from_millis(20));
        }
        server
    }

    /// The head of the answer, in small letters.
    fn head(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time limit");
        let ask = format!(
            "GET {path} HTTP/1.1\r\nHost: reader.example.org\r\nAccept-Encoding: br, gzip\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(ask.as_bytes()).expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let answer = String::from_utf8_lossy(&answer).to_lowercase();
        answer.split("\r\n\r\n").next().unwrap_or_default().to_owned()
    }

    /// Every file comes as it should, what is missing is missing, and the page has its policy.
    fn answers_as_asked(&self) {
        for (path, mime, lifetime, shared) in FILES {
            let head = self.head(path);
            let field = |name: &str| values(&head, name);
            assert!(head.starts_with("http/1.1 200"), "{path}: {head}");
            assert!(field("content-type").first().is_some_and(|value| value.starts_with(mime)), "{path}: {head}");
            assert_eq!(field("cache-control"), [lifetime], "{path}: {head}");
            assert_eq!(field("x-content-type-options"), ["nosniff"], "{path}: {head}");
            assert_eq!(field("access-control-allow-origin").contains(&"*"), shared, "{path}: {head}");
            let packed = field("content-encoding").first().is_some_and(|way| ["br", "gzip"].contains(way));
            assert!(packed, "{path} is not compressed: {head}");
        }
        let missing = self.head("/embed/share-ffffffffffffffff.wasm");
        assert!(missing.starts_with("http/1.1 404"), "{missing}");
        for page in ["/", "/index.html", "/?read=tide-mill"] {
            let head = self.head(page);
            assert!(head.starts_with("http/1.1 200"), "{page}: {head}");
            assert!(
                values(&head, "content-security-policy").concat().contains("trusted-types gatefold"),
                "{page}: {head}"
            );
        }
    }
}

/// The values of a field.
fn values<'a>(head: &'a str, name: &str) -> Vec<&'a str> {
    let fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.filter(|(field, _)| *field == name).map(|(_, value)| value.trim()).collect()
}

/// A folder with the site, and a port that is free.
fn site(name: &str) -> (PathBuf, u16) {
    let top = Path::new(env!("CARGO_TARGET_TMPDIR")).join("servers").join(name);
    let _ = fs::remove_dir_all(&top);
    for (path, ..) in FILES {
        let file = top.join("site").join(&path[1..]);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, "the quick brown fox ".repeat(400)).expect("a file");
    }
    let port = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("its address").port();
    (top, port)
}

fn example(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/servers").join(name)).expect("an example")
}

#[expect(clippy::print_stderr, reason = "said to whoever runs the tests")]
fn not_tried(why: &str) {
    eprintln!("not tried: {why}");
}

/// Where a program is, if it is installed.
fn installed(program: &str) -> Option<PathBuf> {
    let found =
        ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin"].map(|folder| Path::new(folder).join(program));
    let found = found.into_iter().find(|path| path.exists());
    if found.is_none() {
        not_tried(&format!("{program} is not installed"));
    }
    found
}

#[test]
fn nginx_answers_as_asked() {
    let Some(nginx) = installed("nginx") else { return };
    let (top, port) = site("nginx");
    let server = example("nginx.conf")
        .replace("listen 80", &format!("listen 127.0.0.1:{port}"))
        .replace("/srv/gatefold", &top.join("site").display().to_string());
    // In one process, so that it ends when it is told to.
    let config = format!(
        "daemon off; master_process off; pid {0}/pid; error_log {0}/errors;\nevents {{}}\nhttp {{ access_log off;\n\
         client_body_temp_path {0}/a; proxy_temp_path {0}/b; fastcgi_temp_path {0}/c; uwsgi_temp_path {0}/d; \
         scgi_temp_path {0}/e;\n{server} }}",
        top.display()
    );
    fs::write(top.join("nginx.conf"), config).expect("a configuration");
    Server::start(Command::new(nginx).arg("-p").arg(&top).arg("-c").arg(top.join("nginx.conf")), port)
        .answers_as_asked();
}

#[test]
fn apache_answers_as_asked() {
    let Some(apache) = installed("apache2").or_else(|| installed("httpd")) else { return };
    let modules = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"];
    let Some(modules) = modules.map(Path::new).into_iter().find(|folder| folder.join("mod_brotli.so").exists()) else {
        return not_tried("Apache's modules are not where they are looked for");
    };
    let (top, port) = site("apache");
    fs::write(top.join("site/.htaccess"), example("htaccess")).expect("an .htaccess");
    fs::write(top.join("mime.types"), "text/html html\ntext/css css\napplication/json json\n").expect("types");
    let mut config = format!("ServerName reader.example.org\nListen 127.0.0.1:{port}\n");
    for name in ["mpm_event", "authz_core", "mime", "headers", "dir", "filter", "brotli"] {
        config += &format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display());
    }
    config += &format!(
        "PidFile {0}/pid\nErrorLog {0}/errors\nTypesConfig {0}/mime.types\nDocumentRoot {0}/site\n\
         <Directory {0}/site>\nAllowOverride All\nRequire all granted\nDirectoryIndex index.html\n</Directory>\n",
        top.display()
    );
    fs::write(top.join("apache.conf"), config).expect("a configuration");
    Server::start(Command::new(apache).arg("-X").arg("-f").arg(top.join("apache.conf")), port).answers_as_asked();
}

#[test]
fn caddy_answers_as_asked() {
    let Some(caddy) = installed("caddy") else { return };
    let (top, port) = site("caddy");
    let server = example("Caddyfile")
        .replace("reader.example.org {", &format!("http://127.0.0.1:{port}, http://reader.example.org:{port} {{"))
        .replace("/srv/gatefold", &top.join("site").display().to_string());
    fs::write(top.join("Caddyfile"), format!("{{\n\tadmin off\n\tauto_https off\n}}\n{server}"))
        .expect("a configuration");
    let mut command = Command::new(caddy);
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(top.join("Caddyfile")).env("HOME", &top);
    Server::start(&mut command, port).answers_as_asked();
}

/// The fields that a `_headers` file has for an address: all rules that fit, as both platforms apply them.
fn fields<'a>(rules: &'a str, path: &str) -> Vec<(&'a str, &'a str)> {
    let mut found = Vec::new();
    let mut fits = false;
    for line in rules.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if line.starts_with(' ') {
            let (name, value) = line.trim().split_once(": ").expect("a field");
            found.extend(fits.then_some((name, value)));
        } else {
            fits = match line.split_once('*') {
                Some((start, end)) => {
                    path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end)
                }
                None => line == path,
            };
        }
    }
    found
}

#[test]
fn the_rules_of_the_platforms_say_the_same() {
    let of = |rules: &'static str, path: &str, name: &str| {
        let found: Vec<_> = fields(rules, path).into_iter().filter(|(field, _)| *field == name).collect();
        assert!(found.len() < 2, "{path} has {name} twice, and they would be joined");
        found.first().map(|(_, value)| *value)
    };
    let cloudflare: &'static str = example("cloudflare-pages_headers").leak();
    let netlify: &'static str = example("netlify_headers").leak();
    for rules in [cloudflare, netlify] {
        for page in ["/", "/index.html"] {
            let policy = of(rules, page, "Content-Security-Policy");
            assert!(policy.is_some_and(|policy| policy.contains("trusted-types gatefold")), "{page}: {policy:?}");
        }
        assert_eq!(of(rules, "/sw.js", "Cache-Control"), None);
        assert_eq!(of(rules, "/embed/gatefold.js", "Access-Control-Allow-Origin"), Some("*"));
        assert_eq!(of(rules, "/embed/gatefold.js", "Cache-Control"), None);
        assert_eq!(of(rules, "/articles/a.json", "X-Content-Type-Options"), Some("nosniff"));
    }
    for (path, _, lifetime, _) in FILES.iter().filter(|(path, ..)| path.ends_with(".wasm") || path.ends_with(".css")) {
        assert_eq!(of(cloudflare, path, "Cache-Control"), Some(*lifetime), "{path}");
    }
    let version = concat!("/gatefold/", env!("CARGO_PKG_VERSION"), "/gatefold.js");
    assert_eq!(of(netlify, version, "Cache-Control"), Some(FOREVER));
    // Netlify takes nothing after an asterisk.
    assert!(netlify.lines().filter(|line| line.starts_with('/')).all(|line| !line.trim_end_matches('*').contains('*')));
}

#[test]
fn the_policy_is_the_readmes() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("the README");
    let policy = readme.lines().find_map(|line| line.strip_prefix("Content-Security-Policy: ")).expect("a policy");
    for name in ["nginx.conf", "htaccess", "Caddyfile", "cloudflare-pages_headers", "netlify_headers"] {
        assert!(example(name).contains(policy), "{name}");
    }
}

#[test]
fn the_script_for_s3_covers_every_type() {
    let script = example("s3.sh");
    for (path, mime, ..) in FILES {
        let ending = &path[path.rfind('.').expect("an ending")..];
        let covers =
            |way: &str| script.lines().any(|line| line.starts_with(&format!("{way} {ending} ")) && line.contains(mime));
        assert!(covers("hashed") || covers("rest"), "{path}");
    }
    assert!(script.contains(FOREVER));
    assert!(Command::new("sh").args(["-n", "docs/servers/s3.sh"]).status().expect("a shell").success());
}
