vcl 4.1;

backend jira { .host = "127.0.0.1"; .port = "@jira@"; }
backend hasty { .host = "127.0.0.1"; .port = "@jira@"; .first_byte_timeout = 0.3s; }
backend dead { .host = "127.0.0.1"; .port = "1"; }

sub vcl_recv {
  if (req.url ~ "^/forbidden/") { return (synth(403, "Not for you")); }
  if (req.url ~ "^/maintenance/") { return (synth(503, "Scheduled maintenance")); }
  if (req.url ~ "^/dead/") { set req.backend_hint = dead; }
  if (req.url ~ "^/slow/") { set req.backend_hint = hasty; }
  # Without this it passes on all that has an Authorization header.
  if (req.url ~ "^/cached/") { return (hash); }
}

sub vcl_backend_response {
  if (bereq.url ~ "^/cached/") {
    unset beresp.http.Set-Cookie;
    set beresp.ttl = 1m;
    return (deliver);
  }
}

sub vcl_deliver {
  if (req.url ~ "^/cached/") {
    if (obj.hits > 0) { set resp.http.X-Cache = "HIT"; } else { set resp.http.X-Cache = "MISS"; }
  }
}

sub vcl_synth {
  if (req.url ~ "^/maintenance/") {
    set resp.http.Content-Type = "text/html; charset=utf-8";
    set resp.http.Retry-After = "3600";
    synthetic("<!doctype html><title>Scheduled maintenance</title>");
    return (deliver);
  }
}
