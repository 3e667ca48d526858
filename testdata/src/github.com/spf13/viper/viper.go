// Package viper has the declarations of github.com/spf13/viper@v1.19.0.
package viper

// Viper is a configuration.
type Viper struct{}

func New() *Viper { return &Viper{} }

func AutomaticEnv() {}

func (v *Viper) AutomaticEnv() {}

func SetDefault(key string, value any) {}

func (v *Viper) SetDefault(key string, value any) {}

func Set(key string, value any) {}

func (v *Viper) Set(key string, value any) {}

func Get(key string) any { return nil }

func (v *Viper) Get(key string) any { return nil }

func GetString(key string) string { return "" }

func (v *Viper) GetString(key string) string { return "" }
