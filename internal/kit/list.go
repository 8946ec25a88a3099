// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework-validators/listvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	listschema "github.com/hashicorp/terraform-plugin-framework/list/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Listable is a resource whose objects can be listed.
type Listable interface {
	// AsList returns the list resource of the type, or nil where nothing finds its objects.
	AsList() list.ListResource
}

// FoundBy makes the type a list resource: f finds what exists, and Read reads each as it
// does for an import.
func (r *Resource[C]) FoundBy(f Finder[C]) {
	r.of.finder = &Finder[any]{
		Filters: f.Filters,
		Find:    func(ctx context.Context, c any, asked Asked) ([]Found, error) { return f.Find(ctx, typed[C](c), asked) },
	}
}

// AsList returns the list resource of the type, or nil without [Resource.FoundBy].
func (r *life) AsList() list.ListResource {
	if r.finder == nil {
		return nil
	}

	return &listResource{r}
}

// listResource is the life cycle of a list resource, made from the resource itself.
type listResource struct {
	of *life
}

// Metadata tells Terraform the type, which is the resource's.
func (l *listResource) Metadata(ctx context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	l.of.Metadata(ctx, req, resp)
}

// Configure keeps what the provider's Configure made.
func (l *listResource) Configure(ctx context.Context, req resource.ConfigureRequest, resp *resource.ConfigureResponse) {
	l.of.Configure(ctx, req, resp)
}

// ListResourceConfigSchema tells Terraform the attributes of a list block: the scope's, name,
// and the type's own filters.
func (l *listResource) ListResourceConfigSchema(
	_ context.Context, _ list.ListResourceSchemaRequest, resp *list.ListResourceSchemaResponse,
) {
	attributes := l.of.scope.ListAttributes()
	attributes[nameFilter] = filterAttribute("Keeps objects with a name that matches one of these patterns.")

	for name, description := range l.of.finder.Filters {
		attributes[name] = filterAttribute(description)
	}

	resp.Schema = listschema.Schema{
		MarkdownDescription: "Finds what exists of `" + l.of.object.Type + "`, to be imported. Filters of one block hold together.",
		Attributes:          attributes,
	}
}

func filterAttribute(description string) listschema.ListAttribute {
	return listschema.ListAttribute{
		MarkdownDescription: description + " `*` stands for any characters, `?` for one; letter case does not matter.",
		ElementType:         types.StringType,
		Optional:            true,
		Validators: []validator.List{
			listvalidator.SizeAtLeast(1), listvalidator.ValueStringsAre(stringvalidator.LengthAtLeast(1)),
		},
	}
}

// ListResourceConfigValidators refuses what means nothing in a list block, such as a null where a
// lookup found nothing: it would choose everything.
func (l *listResource) ListResourceConfigValidators(context.Context) []list.ConfigValidator {
	return []list.ConfigValidator{Meaningful{}}
}

// List finds the objects place by place. Nothing is sent before Terraform takes the first result.
func (l *listResource) List(ctx context.Context, req list.ListRequest, stream *list.ListResultsStream) {
	var diags diag.Diagnostics

	get := req.Config.GetAttribute
	if req.Config.Raw.IsNull() { // a list block without a config block says nothing
		get = func(context.Context, path.Path, any) diag.Diagnostics { return nil }
	}

	asked := Asked{}

	for _, filter := range append(slices.Collect(maps.Keys(l.of.finder.Filters)), nameFilter) {
		var globs types.List

		diags.Append(get(ctx, path.Root(filter), &globs)...)

		if !globs.IsNull() {
			asked[filter] = newPatterns(Strings(globs))
		}
	}

	stream.Results = func(push func(list.ListResult) bool) {
		places, err := l.of.scope.Places(ctx, l.of.data, get)
		if err != nil {
			l.of.Report(ctx, &diags, "List", nil, err)
		}

		if diags.HasError() {
			push(list.ListResult{Diagnostics: diags})

			return
		}

		(&search{l, req, places, asked, push, 0}).run(ctx)
	}
}

// nulls is the state of an object of which nothing is known, with typed nulls.
func nulls(ctx context.Context, req list.ListRequest) tfsdk.State {
	return tfsdk.State{Schema: req.ResourceSchema, Raw: allNull(req.ResourceSchema.Type().TerraformType(ctx))}
}
