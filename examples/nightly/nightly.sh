#!/bin/sh
# Plans each folder without writing anything, and tells what somebody must look at.
#
#   sh nightly.sh live/shard-1 live/shard-2 nightly
#
# Exit code: 0 all is as configured, 1 a plan failed, 2 there is drift or a check failed.
set -u
export JUMPCLOUD_READ_ONLY=true TF_IN_AUTOMATION=true

worst=0

for folder in "$@"; do
  echo "== $folder"
  code=0
  terraform -chdir="$folder" init -input=false -no-color || code=1

  if [ "$code" = 0 ]; then
    terraform -chdir="$folder" plan -input=false -lock=false -no-color -detailed-exitcode -out=nightly.tfplan || code=$?
  fi

  # A check that fails is a warning, which the exit code of a plan does not tell.
  if [ "$code" = 0 ] && terraform -chdir="$folder" show -json nightly.tfplan | grep -Eq '"status": ?"fail"'; then
    code=2
  fi

  rm -f "$folder/nightly.tfplan" # it may hold secrets

  case "$code" in
    0) echo "== $folder: as configured" ;;
    2) echo "== $folder: look at it" ;;
    *) echo "== $folder: the plan failed" ;;
  esac

  # A failure says more than drift.
  if [ "$code" = 1 ] || { [ "$code" = 2 ] && [ "$worst" = 0 ]; }; then
    worst=$code
  fi
done

exit "$worst"
