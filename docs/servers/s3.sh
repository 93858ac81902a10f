#!/bin/sh
# Amazon S3 behind CloudFront: sh s3.sh BUCKET DISTRIBUTION, beside dist/.
#
# S3 keeps type and lifetime with each file. In CloudFront: compression on (the managed policy CachingOptimized), the
# managed response headers policy SimpleCORS for embed/, a response headers policy of yours with the
# Content-Security-Policy for index.html, and index.html as the default root object. Leave error pages out: a missing file
# has to answer 404, or 403, not index.html.
set -eu
bucket=$1 distribution=$2

# What new pages ask for has to be there before the pages: hashed files first, and nothing old is deleted.
hashed() {
    aws s3 cp dist "s3://$bucket" --recursive --exclude '*' --include "*-????????????????$1" --include "*-????????????????_bg$1" \
        --content-type "$2" --cache-control 'public, max-age=31536000, immutable'
}
hashed .wasm application/wasm
hashed .js 'text/javascript; charset=utf-8'
hashed .css 'text/css; charset=utf-8'
hashed .svg image/svg+xml

rest() {
    aws s3 cp dist "s3://$bucket" --recursive --exclude '*' --include "*$1" --exclude "*-????????????????$1" \
        --content-type "$2" --cache-control no-cache
}
rest .json 'application/json; charset=utf-8'
rest .webmanifest application/manifest+json
rest .html 'text/html; charset=utf-8'
aws s3 sync dist "s3://$bucket" --exclude '*.js' --exclude '*.css' --exclude '*.wasm' --exclude '*.json' --exclude '*.html' \
    --exclude '*.webmanifest' --cache-control no-cache
# The worker keeps what the files before it are by now, so it comes last.
rest .js 'text/javascript; charset=utf-8'
aws cloudfront create-invalidation --distribution-id "$distribution" --paths / /index.html /sw.js /manifest.webmanifest \
    /embed/gatefold.js
