// Package e2e holds the tests that run the whole of Dateline against a stand-in
// for Discord: the binary as users start it, and the bot under load and faults.
//
// The long soak is a flag away:
//
//	go test ./bot/e2e -run TestSoak -v -timeout 30m -soak.interactions 50000
package e2e
