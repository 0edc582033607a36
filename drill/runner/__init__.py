"""Everything near an untrusted submission: host, session, child, sandbox, wire format."""
