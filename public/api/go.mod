module example.com/shop

go 1.27

require (
	github.com/golang-jwt/jwt/v5 v5.3.0
	golanes.example/memdb v0.1.0
	golang.org/x/crypto v0.45.0
)
