// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serve

import (
	"context"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// complete is all that the framework's server can do.
type complete interface {
	tfprotov6.ProviderServer
	tfprotov6.ListResourceServer
	tfprotov6.ActionServer
	tfprotov6.StateStoreServer
}

// server hands each call a context that it lets go when the call returns. What answers with
// a stream is passed on as it is, since the stream outlives the call.
type server struct{ complete }

// LetGo wraps the framework's server so that it keeps nothing of a call that is over: the
// framework remembers every call's context until the provider stops, and with it the
// call's logger and stream. A server that cannot do all that is returned as it is.
func LetGo(inner tfprotov6.ProviderServer) tfprotov6.ProviderServer {
	if c, ok := inner.(complete); ok {
		return server{c}
	}

	return inner
}

func call[Q, A any](ctx context.Context, q Q, do func(context.Context, Q) (A, error)) (A, error) {
	h := hold(ctx)
	defer h.letGo() //nolint:contextcheck // it has the context

	a, err := do(h, q) //nolint:contextcheck // what h has is the caller's
	if err == nil {
		sayWhole(a)
	}

	return a, err
}

func (s server) ValidateResourceConfig(ctx context.Context, q *tfprotov6.ValidateResourceConfigRequest) (*tfprotov6.ValidateResourceConfigResponse, error) {
	return call(ctx, q, s.complete.ValidateResourceConfig)
}

func (s server) UpgradeResourceState(ctx context.Context, q *tfprotov6.UpgradeResourceStateRequest) (*tfprotov6.UpgradeResourceStateResponse, error) {
	return call(ctx, q, s.complete.UpgradeResourceState)
}

func (s server) ReadResource(ctx context.Context, q *tfprotov6.ReadResourceRequest) (*tfprotov6.ReadResourceResponse, error) {
	return call(ctx, q, s.complete.ReadResource)
}

func (s server) PlanResourceChange(ctx context.Context, q *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
	return call(ctx, q, s.complete.PlanResourceChange)
}

func (s server) ApplyResourceChange(ctx context.Context, q *tfprotov6.ApplyResourceChangeRequest) (*tfprotov6.ApplyResourceChangeResponse, error) {
	return call(ctx, q, s.complete.ApplyResourceChange)
}

func (s server) ImportResourceState(ctx context.Context, q *tfprotov6.ImportResourceStateRequest) (*tfprotov6.ImportResourceStateResponse, error) {
	return call(ctx, q, s.complete.ImportResourceState)
}

func (s server) MoveResourceState(ctx context.Context, q *tfprotov6.MoveResourceStateRequest) (*tfprotov6.MoveResourceStateResponse, error) {
	return call(ctx, q, s.complete.MoveResourceState)
}

func (s server) UpgradeResourceIdentity(ctx context.Context, q *tfprotov6.UpgradeResourceIdentityRequest) (*tfprotov6.UpgradeResourceIdentityResponse, error) {
	return call(ctx, q, s.complete.UpgradeResourceIdentity)
}

func (s server) GenerateResourceConfig(ctx context.Context, q *tfprotov6.GenerateResourceConfigRequest) (*tfprotov6.GenerateResourceConfigResponse, error) {
	return call(ctx, q, s.complete.GenerateResourceConfig)
}

func (s server) GetMetadata(ctx context.Context, q *tfprotov6.GetMetadataRequest) (*tfprotov6.GetMetadataResponse, error) {
	return call(ctx, q, s.complete.GetMetadata)
}

func (s server) GetProviderSchema(ctx context.Context, q *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	return call(ctx, q, s.complete.GetProviderSchema)
}

func (s server) GetResourceIdentitySchemas(ctx context.Context, q *tfprotov6.GetResourceIdentitySchemasRequest) (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
	return call(ctx, q, s.complete.GetResourceIdentitySchemas)
}

func (s server) ValidateProviderConfig(ctx context.Context, q *tfprotov6.ValidateProviderConfigRequest) (*tfprotov6.ValidateProviderConfigResponse, error) {
	return call(ctx, q, s.complete.ValidateProviderConfig)
}

func (s server) ConfigureProvider(ctx context.Context, q *tfprotov6.ConfigureProviderRequest) (*tfprotov6.ConfigureProviderResponse, error) {
	return call(ctx, q, s.complete.ConfigureProvider)
}

func (s server) ValidateDataResourceConfig(ctx context.Context, q *tfprotov6.ValidateDataResourceConfigRequest) (*tfprotov6.ValidateDataResourceConfigResponse, error) {
	return call(ctx, q, s.complete.ValidateDataResourceConfig)
}

func (s server) ReadDataSource(ctx context.Context, q *tfprotov6.ReadDataSourceRequest) (*tfprotov6.ReadDataSourceResponse, error) {
	return call(ctx, q, s.complete.ReadDataSource)
}

func (s server) CallFunction(ctx context.Context, q *tfprotov6.CallFunctionRequest) (*tfprotov6.CallFunctionResponse, error) {
	return call(ctx, q, s.complete.CallFunction)
}

func (s server) GetFunctions(ctx context.Context, q *tfprotov6.GetFunctionsRequest) (*tfprotov6.GetFunctionsResponse, error) {
	return call(ctx, q, s.complete.GetFunctions)
}

func (s server) ValidateEphemeralResourceConfig(ctx context.Context, q *tfprotov6.ValidateEphemeralResourceConfigRequest) (*tfprotov6.ValidateEphemeralResourceConfigResponse, error) {
	return call(ctx, q, s.complete.ValidateEphemeralResourceConfig)
}

func (s server) OpenEphemeralResource(ctx context.Context, q *tfprotov6.OpenEphemeralResourceRequest) (*tfprotov6.OpenEphemeralResourceResponse, error) {
	return call(ctx, q, s.complete.OpenEphemeralResource)
}

func (s server) RenewEphemeralResource(ctx context.Context, q *tfprotov6.RenewEphemeralResourceRequest) (*tfprotov6.RenewEphemeralResourceResponse, error) {
	return call(ctx, q, s.complete.RenewEphemeralResource)
}

func (s server) CloseEphemeralResource(ctx context.Context, q *tfprotov6.CloseEphemeralResourceRequest) (*tfprotov6.CloseEphemeralResourceResponse, error) {
	return call(ctx, q, s.complete.CloseEphemeralResource)
}

func (s server) ValidateListResourceConfig(ctx context.Context, q *tfprotov6.ValidateListResourceConfigRequest) (*tfprotov6.ValidateListResourceConfigResponse, error) {
	return call(ctx, q, s.complete.ValidateListResourceConfig)
}

func (s server) ValidateActionConfig(ctx context.Context, q *tfprotov6.ValidateActionConfigRequest) (*tfprotov6.ValidateActionConfigResponse, error) {
	return call(ctx, q, s.complete.ValidateActionConfig)
}

func (s server) PlanAction(ctx context.Context, q *tfprotov6.PlanActionRequest) (*tfprotov6.PlanActionResponse, error) {
	return call(ctx, q, s.complete.PlanAction)
}

func (s server) ValidateStateStoreConfig(ctx context.Context, q *tfprotov6.ValidateStateStoreConfigRequest) (*tfprotov6.ValidateStateStoreConfigResponse, error) {
	return call(ctx, q, s.complete.ValidateStateStoreConfig)
}

func (s server) ConfigureStateStore(ctx context.Context, q *tfprotov6.ConfigureStateStoreRequest) (*tfprotov6.ConfigureStateStoreResponse, error) {
	return call(ctx, q, s.complete.ConfigureStateStore)
}

func (s server) GetStates(ctx context.Context, q *tfprotov6.GetStatesRequest) (*tfprotov6.GetStatesResponse, error) {
	return call(ctx, q, s.complete.GetStates)
}

func (s server) DeleteState(ctx context.Context, q *tfprotov6.DeleteStateRequest) (*tfprotov6.DeleteStateResponse, error) {
	return call(ctx, q, s.complete.DeleteState)
}

func (s server) LockState(ctx context.Context, q *tfprotov6.LockStateRequest) (*tfprotov6.LockStateResponse, error) {
	return call(ctx, q, s.complete.LockState)
}

func (s server) UnlockState(ctx context.Context, q *tfprotov6.UnlockStateRequest) (*tfprotov6.UnlockStateResponse, error) {
	return call(ctx, q, s.complete.UnlockState)
}
