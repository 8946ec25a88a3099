#!/bin/sh
# Applies a module to the simulator, as a job in CI does: no account, no secret, no tenant.
#
#   examples/module-test/ci.sh MODULE [ARGUMENTS OF TERRAFORM APPLY]
#
# The module may call other modules and use other providers: init installs this provider
# from a folder, and all others from where it always does. It is applied, must then plan
# nothing, and may send nothing that JumpCloud does not know. Nothing is destroyed: the
# simulator ends, and every tenant in it.
#
# BIN     a folder with the built provider and simulator; both are built if it is empty
# SEED    a seed file for the simulator; `jumpcloud-sim -h` shows one
# TF      terraform (default) or tofu
# VERSION what the provider calls itself, for a module that asks for one; 0.0.1 by default
set -eu

module=$1
shift
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
simulator=
lock=$module/.terraform.lock.hcl

# A lock file has the checksums of a release: it is put aside, and back in the end.
end() {
  [ -z "$simulator" ] || kill "$simulator" || true
  rm -f "$lock"
  [ ! -f "$work/lock" ] || mv "$work/lock" "$lock"
  rm -rf "$work"
}
trap end EXIT
[ ! -f "$lock" ] || mv "$lock" "$work/lock"

bin=${BIN:-}
if [ -z "$bin" ]; then
  bin=$work/bin
  (cd "$repository" && go build -o "$bin/" . ./cmd/jumpcloud-sim)
fi

# A folder laid out like a registry, for Terraform and for OpenTofu.
version=${VERSION:-0.0.1}
for registry in registry.terraform.io registry.opentofu.org; do
  place=$work/mirror/$registry/seed-37bf88c1/jumpcloud/$version/$(go env GOOS)_$(go env GOARCH)
  mkdir -p "$place"
  cp "$bin/terraform-provider-jumpcloud" "$place/terraform-provider-jumpcloud_v$version"
done

cat > "$work/terraform.rc" <<RC
provider_installation {
  filesystem_mirror {
    path    = "$work/mirror"
    include = ["seed-37bf88c1/jumpcloud"]
  }
  direct {
    exclude = ["seed-37bf88c1/jumpcloud"]
  }
}
RC

"$bin/jumpcloud-sim" ${SEED:+-seed "$SEED"} -quiet > "$work/simulator.json" &
simulator=$!
until [ -s "$work/simulator.json" ]; do
  kill -0 "$simulator" # it has said why it ended
  sleep 0.1
done

JUMPCLOUD_API_URL=$(sed -n 's/^{"url":"\([^"]*\)".*/\1/p' "$work/simulator.json")
JUMPCLOUD_API_KEY=$(sed -n 's/.*"api_key":"\([^"]*\)".*/\1/p' "$work/simulator.json")
export JUMPCLOUD_API_URL JUMPCLOUD_API_KEY TF_CLI_CONFIG_FILE="$work/terraform.rc" TF_DATA_DIR="$work/data"
terraform() { command "${TF:-terraform}" "-chdir=$module" "$@"; }

terraform init -input=false
terraform apply -input=false -auto-approve -state="$work/terraform.tfstate" "$@"
terraform plan -input=false -detailed-exitcode -state="$work/terraform.tfstate" "$@"

violations=$(curl -fsS "$JUMPCLOUD_API_URL/__sim/violations")
if [ "$violations" != "[]" ]; then
  echo "The module sends what JumpCloud does not know: $violations" >&2
  exit 1
fi

echo "Applied, and nothing is left to do."
