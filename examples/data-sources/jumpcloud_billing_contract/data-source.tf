# Without output_path no file is written: the digest alone tells whether the contract changed.
data "jumpcloud_billing_contract" "this" {}

output "contract_sha256" {
  value = data.jumpcloud_billing_contract.this.sha256
}
