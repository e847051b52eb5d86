// Package names recognises the names of people, places and organisations in
// English news text.
package names
