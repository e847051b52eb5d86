// Package stream reads long inputs piece by piece: lines of bounded length,
// worked on in parallel and handed on in order.
package stream
