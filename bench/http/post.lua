wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"id":"2f1a6a0e-8d0b-4c55-9f5e-0f6a2b6d6a11","quantity":3}'
