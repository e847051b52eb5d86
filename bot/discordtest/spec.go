package discordtest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// spec is Discord's OpenAPI 3.1 description of its HTTP API. Its schemas are
// JSON Schema 2020-12; each is compiled once, when it is first needed.
// (kin-openapi hands such documents to the same library but compiles anew for
// every body, which takes 19 ms and 10 MB.)
type spec struct {
	mu       sync.Mutex
	doc      object
	compiler *jsonschema.Compiler
	bodies   map[string]*jsonschema.Schema // by route; nil where no body is described
}

const specURL = "https://discord.com/openapi.json"

// readSpec parses the description once a process.
var readSpec = sync.OnceValues(func() (*spec, error) {
	path, err := findSpec()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	v, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	doc, ok := v.(object)
	if !ok {
		return nil, fmt.Errorf("reading %s: found no JSON object", path)
	}
	// discordgo sends permissions as a string, as all of Discord's own
	// answers have them, and Discord takes both.
	for _, name := range []string{"ApplicationCommandUpdateRequest", "ApplicationCommandCreateRequest", "ApplicationCommandPatchRequestPartial"} {
		if props, ok := dig(doc, "components", "schemas", name, "properties").(object); ok {
			props["default_member_permissions"] = true
		}
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource(specURL, doc); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return &spec{doc: doc, compiler: c, bodies: map[string]*jsonschema.Schema{}}, nil
})

// dig follows keys down into nested objects; nil where one is missing.
func dig(v any, keys ...string) any {
	for _, k := range keys {
		o, _ := v.(object)
		v = o[k]
	}
	return v
}

// findSpec looks for shared/discord/openapi.json beside the checkout, walking
// up from the working directory, which in a test is the package's folder.
func findSpec() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, "..", "shared", "discord", "openapi.json")
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", os.ErrNotExist
		}
		dir = up
	}
}

func loadSpec(tb testing.TB) *spec {
	tb.Helper()
	s, err := readSpec()
	if errors.Is(err, os.ErrNotExist) {
		tb.Log("discordtest: no ../shared/discord/openapi.json: bodies are checked against the limits only")
		return nil
	}
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// body is the schema of the JSON body that a route takes (a pattern such as
// "PUT /applications/{application_id}/commands"), or nil if none is described.
func (sp *spec) body(route string) (*jsonschema.Schema, error) {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	if s, ok := sp.bodies[route]; ok {
		return s, nil
	}
	method, path, _ := strings.Cut(route, " ")
	keys := []string{"paths", path, strings.ToLower(method), "requestBody", "content", "application/json", "schema"}
	if dig(sp.doc, keys...) == nil {
		sp.bodies[route] = nil
		return nil, nil
	}
	pointer := specURL + "#"
	for _, k := range keys {
		k = strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(k)
		pointer += "/" + k
	}
	s, err := sp.compiler.Compile(pointer)
	if err != nil {
		return nil, fmt.Errorf("the description of %s: %w", route, err)
	}
	sp.bodies[route] = s
	return s, nil
}

// check validates the JSON body of a request to a route.
func (sp *spec) check(route string, body []byte) error {
	schema, err := sp.body(route)
	if err != nil {
		return err
	}
	switch {
	case schema == nil && len(body) > 0:
		return fmt.Errorf("a body where none is wanted: %.100s", body)
	case schema == nil:
		return nil
	case len(body) == 0:
		return errors.New("no body where one is wanted")
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("not JSON: %w", err)
	}
	return schema.Validate(v)
}
