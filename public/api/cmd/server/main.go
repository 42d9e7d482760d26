// Command server is the shop's API.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	_ "golanes.example/memdb"

	"example.com/shop/internal/config"
	"example.com/shop/internal/database"
	"example.com/shop/internal/handlers"
)

func main() {
	logger := slog.New(slog.NewTextHandler(os.Stderr, nil))
	if err := run(logger); err != nil {
		logger.Error("the server stops", "error", err)
		os.Exit(1)
	}
}

// run is the server from configuration to shutdown. It returns, and main decides how the process ends.
func run(logger *slog.Logger) error {
	cfg, err := config.Load(os.LookupEnv)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	db, err := sql.Open("memdb", cfg.DatabaseURL)
	if err != nil {
		return err
	}
	defer db.Close()
	store := database.New(db)
	if err := store.Migrate(ctx); err != nil {
		return err
	}
	if err := store.Seed(ctx, cfg.BcryptCost); err != nil {
		return err
	}

	server := &http.Server{
		Addr:              ":" + cfg.Port,
		Handler:           handlers.New(cfg, store, logger),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      20 * time.Second,
		IdleTimeout:       time.Minute,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	logger.Info("the server listens", "port", cfg.Port)

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	logger.Info("the server finishes what it has begun")
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		return err
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
