# What every command line is asked to do; the file that reads this sends one call with `send FUNCTION BODY SIGNATURE`.
base=$1 key=$2 secret=$3 otp=${4:-}

# Percent-encodes what stands in a form.
encoded() {
  printf '%s' "$1" | sed 's/%/%25/g; s/ /%20/g; s/&/%26/g; s/+/%2B/g; s/=/%3D/g'
}

call() {
  nonce=$(date +%s%N)
  body="nonce=$nonce${2:+&$2}${otp:+&otp=$(encoded "$otp")}"
  hex=$(printf '%s' "$secret" | base64 -d | od -An -v -tx1 | tr -d ' \n')
  sign=$({ printf '/0/private/%s' "$1"; printf '%s%s' "$nonce" "$body" | openssl dgst -sha256 -binary; } |
    openssl dgst -sha512 -mac HMAC -macopt "hexkey:$hex" -binary | base64 -w 0)
  answer=$(send "$1" "$body" "$sign")
  case $answer in
    *'"error":[]'*) ;;
    *) printf '%s' "$answer" | sed 's/.*"error":\["\([^"]*\)".*/{"error":"\1"}/'; echo; exit 0 ;;
  esac
}

call Balance
usd=$(printf '%s' "$answer" | sed 's/.*"ZUSD":"\([0-9.]*\)".*/\1/')
call AddOrder "pair=XBTUSD&type=buy&ordertype=limit&price=20000&volume=0.001"
id=$(printf '%s' "$answer" | sed 's/.*"txid":\["\([^"]*\)".*/\1/')
call OpenOrders
case $answer in *"\"$id\""*) ordered=true ;; *) ordered=false ;; esac
call CancelOrder "txid=$id"
printf '{"usd":%s,"ordered":%s}\n' "$usd" "$ordered"
