// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package passwordmanager reads the devices of the password manager
// (/api/v2/passwordmanager/devices).
package passwordmanager

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the data sources jumpcloud_password_manager_device and
// jumpcloud_password_manager_devices.
func Service() kit.Service {
	return kit.Service{
		Group:       "Password Manager",
		Calls:       calls,
		DataSources: []func() datasource.DataSource{NewDataSource, NewListDataSource},
	}
}

// device is the object as the API returns it.
type device struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	AppVersion string `json:"appVersion"`
	OSName     string `json:"osName"`
	PublicKey  string `json:"publicKey"`
	UserUUID   string `json:"userUuid"`
	CreatedAt  string `json:"createdAt"`
	UpdatedAt  string `json:"updatedAt"`
}

// deviceModel is a device in state.
type deviceModel struct {
	ID         types.String `tfsdk:"id"`
	Name       types.String `tfsdk:"name"`
	AppVersion types.String `tfsdk:"app_version"`
	OSName     types.String `tfsdk:"os_name"`
	PublicKey  types.String `tfsdk:"public_key"`
	UserUUID   types.String `tfsdk:"user_uuid"`
	CreatedAt  types.String `tfsdk:"created_at"`
	UpdatedAt  types.String `tfsdk:"updated_at"`
}

func fromAPI(d device) deviceModel {
	return deviceModel{
		ID: types.StringValue(d.ID), Name: types.StringValue(d.Name), AppVersion: types.StringValue(d.AppVersion),
		OSName: types.StringValue(d.OSName), PublicKey: types.StringValue(d.PublicKey), UserUUID: types.StringValue(d.UserUUID),
		CreatedAt: types.StringValue(d.CreatedAt), UpdatedAt: types.StringValue(d.UpdatedAt),
	}
}

func route(t *jumpcloud.Tenant) collections.Route { return t.V2("passwordmanager", "devices") }

// attributes are those of a device, without its id.
func attributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"name":        kit.ShownString("Device name."),
		"app_version": kit.ShownString("Version of the password manager's app."),
		"os_name":     kit.ShownString("Operating system."),
		"public_key":  kit.ShownString("Public key of the device."),
		"user_uuid":   kit.ShownString("UUID of the device's user in the password manager."),
		"created_at":  kit.ShownString("When the device was added, as the service writes it."),
		"updated_at":  kit.ShownString("When the device was last changed, as the service writes it."),
	}
}

type model struct {
	deviceModel

	OrganizationID types.String `tfsdk:"organization_id"`
}

// NewDataSource returns the data source jumpcloud_password_manager_device.
func NewDataSource() datasource.DataSource {
	o := kit.Object{Type: "jumpcloud_password_manager_device", Title: "Password Manager Device"}
	all := attributes()
	all["id"] = schema.StringAttribute{
		MarkdownDescription: "UUID of the device.",
		Required:            true,
		Validators:          []validator.String{tenancy.ValidUUID()},
	}

	return kit.NewDataSource(o, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one device of the password manager.",
		Attributes:          all,
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
		d, err := collections.Get[device](ctx, route(t).Join(m.ID.ValueString()))
		if err != nil {
			return err
		}

		m.deviceModel = fromAPI(d)

		return nil
	})
}

type listModel struct {
	OrganizationID types.String  `tfsdk:"organization_id"`
	Devices        []deviceModel `tfsdk:"password_manager_devices"`
}

// NewListDataSource returns the data source jumpcloud_password_manager_devices.
func NewListDataSource() datasource.DataSource {
	o := kit.Object{Type: "jumpcloud_password_manager_devices", Title: "Password Manager Devices"}
	all := attributes()
	all["id"] = schema.StringAttribute{MarkdownDescription: "UUID of the device.", Computed: true}

	return kit.NewDataSource(o, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all devices of the password manager in an organization.",
		Attributes:          map[string]schema.Attribute{"password_manager_devices": kit.ShownObjects("Devices, in the service's order.", all)},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
		// The list takes a sort parameter, but no document names a field for it.
		devices, err := collections.All(ctx, collections.Listing[device]{Route: route(t), ID: func(d device) string { return d.ID }})
		if err != nil {
			return err
		}

		m.Devices = []deviceModel{}
		for _, d := range devices {
			m.Devices = append(m.Devices, fromAPI(d))
		}

		return nil
	})
}
