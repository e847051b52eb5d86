//go:build race

package index

// racing tells that the race detector is on, under which the tests that
// measure quality would only take long.
const racing = true
