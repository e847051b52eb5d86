// Package gateway keeps a bot connected to Discord: it owns the session's
// lifetime, its REST client, the queue of events, and what operators watch.
//
// Run checks the token, lets the Handler register its commands, connects the
// shards, and hands interactions and messages to the Handler until its context
// ends:
//
//	err := gateway.Run(ctx, gateway.Config{Token: token, Log: log}, bot)
//
// # What is ours and what is discordgo's
//
// discordgo gives the types and the REST methods. Its websocket is not used:
// in v0.29.0 Open holds the session's lock while it waits for READY, and an
// op 7 in that moment makes it wait for itself for good, which nothing from
// outside can end; it forgets close codes, resumes at the wrong address and
// identifies again on a session that could be resumed. The connection of a shard
// (conn.go, shard.go) is a few hundred lines over gorilla/websocket:
//
//   - health is READY or RESUMED on the present connection and heartbeats
//     acknowledged in time, each watched over by a timer;
//   - op 7, op 9, silence, resets and the close codes that allow it lead to a
//     resume, the others to a new session, and 4004 and 4010 to 4014 to the end;
//   - attempts back off exponentially with jitter, and new sessions are rationed
//     as Discord says (starts.go), so that no fault burns the day's starts.
//
// Other faults of discordgo are kept out by how its session is used. Each event
// gets a session of its own, so its rate-limit buckets, which hold interaction
// tokens and never go away, are gone with the event; the limits themselves are
// kept by the transport, which waits with the context and retries only what
// cannot be answered twice (rest.go, ratelimit.go). The session does not log,
// does not track state, and starts no goroutines. Events are decoded here, with
// panics caught, and are handled by a bounded number of workers behind a bounded
// queue; what is over gets a friendly "busy" (dispatch.go, apology.go).
//
// # Secrets
//
// Everything logged passes through Redact, which hides the bot token,
// interaction tokens and webhook addresses. A process wraps its own logger the
// same way.
package gateway
