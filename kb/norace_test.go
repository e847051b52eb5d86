//go:build !race

package kb_test

const raced = false
