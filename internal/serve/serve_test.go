// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serve_test

import (
	"context"
	"errors"
	"maps"
	"reflect"
	"runtime"
	"testing"
	"time"
	"weak"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	fwprovider "github.com/hashicorp/terraform-plugin-framework/provider"
	providerschema "github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	resourceschema "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/serve"
)

func TestQuiet(t *testing.T) {
	t.Parallel()

	off := map[string]string{"TF_LOG_SDK": "OFF", "TF_LOG_SDK_FRAMEWORK": "OFF", "TF_LOG_SDK_PROTO": "OFF"}

	for variable, want := range map[string]map[string]string{
		"PATH=/bin":                    off,
		"TF_LOG=":                      off,
		"TF_LOG_CORE=TRACE":            off,
		"TF_LOG=DEBUG":                 {},
		"TF_LOG_PROVIDER=INFO":         {},
		"TF_LOG_PROVIDER_THING=INFO":   {},
		"TF_LOG_SDK=WARN":              {},
		"TF_LOG_SDK_PROTO=TRACE":       {},
		"TF_LOG_SDK_PROTO_DATA_DIR=/x": {},
		"TF_LOG_PATH=/x":               {},
		"TF_LOG_PATH_MASK=/x":          {},
	} {
		set := map[string]string{}

		err := serve.Quiet([]string{"HOME=/", variable}, func(name, value string) error {
			set[name] = value

			return nil
		})
		if err != nil || !maps.Equal(set, want) {
			t.Errorf("%s: set %v, want %v: %v", variable, set, want, err)
		}
	}

	full := errors.New("full")
	if err := serve.Quiet(nil, func(string, string) error { return full }); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

// bare is a provider that has nothing.
type bare struct{}

func (bare) Metadata(context.Context, fwprovider.MetadataRequest, *fwprovider.MetadataResponse) {}

func (bare) Schema(context.Context, fwprovider.SchemaRequest, *fwprovider.SchemaResponse) {}

func (bare) Configure(context.Context, fwprovider.ConfigureRequest, *fwprovider.ConfigureResponse) {}

func (bare) DataSources(context.Context) []func() datasource.DataSource { return nil }

func (bare) Resources(context.Context) []func() resource.Resource { return nil }

func framework(t *testing.T) tfprotov6.ProviderServer {
	t.Helper()

	return providerserver.NewProtocol6(bare{})()
}

// The wrapper can do all that the framework's server can.
func TestLetGoKeepsEveryInterface(t *testing.T) {
	t.Parallel()

	inner := framework(t)
	wrapped := reflect.TypeOf(serve.LetGo(inner))

	if wrapped == reflect.TypeOf(inner) {
		t.Fatal("the framework's server is not wrapped")
	}

	for method := range reflect.TypeOf(inner).Methods() {
		if got, ok := wrapped.MethodByName(method.Name); !ok {
			t.Errorf("lost: %s", method.Name)
		} else if got.Type.NumIn() != method.Type.NumIn() || got.Type.NumOut() != method.Type.NumOut() {
			t.Errorf("%s is another", method.Name)
		}
	}
}

type (
	logger struct{ _ [1 << 16]byte }
	key    struct{}
)

// calls makes each call of a server that is no stream, and returns what its context had.
func calls(t *testing.T, server tfprotov6.ProviderServer) map[string]weak.Pointer[logger] {
	t.Helper()

	all := map[string]weak.Pointer[logger]{}
	v := reflect.ValueOf(server)

	for method := range v.Type().Methods() {
		typ := method.Type
		if typ.NumIn() != 3 || typ.NumOut() != 2 || method.Name == "StopProvider" || isStream(typ.In(2)) || isStream(typ.Out(0)) {
			continue
		}

		value := &logger{}
		all[method.Name] = weak.Make(value)
		ctx, cancel := context.WithCancel(context.WithValue(context.Background(), key{}, value))

		func() {
			// An empty request is nothing that a server has to survive.
			defer func() { _ = recover() }()

			v.MethodByName(method.Name).Call([]reflect.Value{reflect.ValueOf(ctx), reflect.New(typ.In(2).Elem())})
		}()

		cancel()
	}

	return all
}

func isStream(t reflect.Type) bool {
	for _, f := range reflect.VisibleFields(t.Elem()) {
		if f.Type.Kind() == reflect.Func {
			return true
		}
	}

	return false
}

// Nothing of a call stays once it is over, and the provider is still there.
func TestLetGoKeepsNothingOfACall(t *testing.T) {
	t.Parallel()

	plain, wrapped := framework(t), serve.LetGo(framework(t))
	kept, let := calls(t, plain), calls(t, wrapped)

	runtime.GC()
	runtime.GC()

	if len(let) < 30 {
		t.Errorf("only %d calls were tried", len(let))
	}

	for name, p := range let {
		if p.Value() != nil {
			t.Errorf("%s: its context is kept", name)
		}
	}

	if kept["ReadResource"].Value() == nil {
		t.Error("the framework lets contexts go by itself: the wrapper is not needed any more")
	}

	runtime.KeepAlive(plain)
	runtime.KeepAlive(wrapped)
}

// seen is a server that shows the context of a call.
type seen struct {
	tfprotov6.ProviderServer
	tfprotov6.ListResourceServer
	tfprotov6.ActionServer
	tfprotov6.StateStoreServer

	call func(ctx context.Context)
}

func (s *seen) ReadResource(ctx context.Context, _ *tfprotov6.ReadResourceRequest) (*tfprotov6.ReadResourceResponse, error) {
	s.call(ctx)

	return nil, nil
}

func TestLetGoPassesOnWhatACallHas(t *testing.T) {
	t.Parallel()

	deadline := time.Now().Add(time.Hour)
	parent, cancel := context.WithDeadline(context.WithValue(t.Context(), key{}, 7), deadline)

	defer cancel()

	var kept context.Context //nolint:containedctx // as the framework does

	server := serve.LetGo(&seen{call: func(ctx context.Context) {
		child, stop := context.WithCancel(ctx) // what the framework keeps
		defer stop()

		kept = ctx

		if d, ok := child.Deadline(); !ok || !d.Equal(deadline) || child.Value(key{}) != 7 || child.Err() != nil {
			t.Errorf("deadline %s, value %v, %v", d, child.Value(key{}), child.Err())
		}

		cancel()
		<-child.Done()

		if !errors.Is(child.Err(), context.Canceled) || !errors.Is(ctx.Err(), context.Canceled) {
			t.Errorf("ended with %v", child.Err())
		}
	}})

	if _, err := server.ReadResource(parent, &tfprotov6.ReadResourceRequest{}); err != nil {
		t.Error(err)
	}

	if _, ok := kept.Deadline(); ok || kept.Value(key{}) != nil || !errors.Is(kept.Err(), context.Canceled) {
		t.Error("something of the call is still there")
	}
}

// patient is a provider that is configured until it is stopped.
type patient struct {
	fwprovider.Provider

	begun chan struct{}
}

func (patient) Schema(context.Context, fwprovider.SchemaRequest, *fwprovider.SchemaResponse) {}

func (p patient) Configure(ctx context.Context, _ fwprovider.ConfigureRequest, _ *fwprovider.ConfigureResponse) {
	close(p.begun)
	<-ctx.Done()
}

// Stop reaches the calls that are under way.
func TestStopEndsACall(t *testing.T) {
	t.Parallel()

	p := patient{begun: make(chan struct{})}
	server := serve.LetGo(providerserver.NewProtocol6(p)())

	typ := tftypes.Object{}

	config, err := tfprotov6.NewDynamicValue(typ, tftypes.NewValue(typ, map[string]tftypes.Value{}))
	if err != nil {
		t.Fatal(err)
	}

	ended := make(chan error)

	go func() {
		_, err := server.ConfigureProvider(context.WithoutCancel(t.Context()), &tfprotov6.ConfigureProviderRequest{Config: &config})
		ended <- err
	}()

	<-p.begun

	if _, err := server.StopProvider(t.Context(), &tfprotov6.StopProviderRequest{}); err != nil {
		t.Error(err)
	}

	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// measured is a provider whose block and whose resource have a whole number.
type measured struct{ bare }

func (measured) Schema(_ context.Context, _ fwprovider.SchemaRequest, resp *fwprovider.SchemaResponse) {
	resp.Schema.Attributes = map[string]providerschema.Attribute{"most": providerschema.Int64Attribute{Optional: true}}
}

func (measured) Resources(context.Context) []func() resource.Resource {
	return []func() resource.Resource{func() resource.Resource { return shelf{} }}
}

type shelf struct{ resource.Resource }

func (shelf) Metadata(_ context.Context, _ resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = "shelf"
}

func (shelf) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema.Attributes = map[string]resourceschema.Attribute{"boards": resourceschema.Int64Attribute{Required: true}}
}

// TestNotAWholeNumber: the framework takes the fault upon the provider, and prints Go.
func TestNotAWholeNumber(t *testing.T) {
	t.Parallel()

	s := serve.LetGo(providerserver.NewProtocol6(measured{})())
	config := func(name string) *tfprotov6.DynamicValue {
		of := tftypes.Object{AttributeTypes: map[string]tftypes.Type{name: tftypes.Number}}

		v, err := tfprotov6.NewDynamicValue(of, tftypes.NewValue(of, map[string]tftypes.Value{name: tftypes.NewValue(tftypes.Number, 1.5)}))
		if err != nil {
			t.Fatal(err)
		}

		return &v
	}

	want := func(diags []*tfprotov6.Diagnostic, err error) {
		t.Helper()

		if err != nil || len(diags) != 1 || diags[0].Summary != "Not a Whole Number" || diags[0].Detail != "This must be a whole number, and is 1.5." ||
			diags[0].Attribute == nil {
			t.Errorf("%+v %v", diags, err)
		}
	}

	r, err := s.ValidateResourceConfig(t.Context(), &tfprotov6.ValidateResourceConfigRequest{TypeName: "shelf", Config: config("boards")})
	want(r.Diagnostics, err)

	p, err := s.ValidateProviderConfig(t.Context(), &tfprotov6.ValidateProviderConfigRequest{Config: config("most")})
	want(p.Diagnostics, err)
}
