/*
Package analyzer defines the captoken analyzer.

# Analyzer captoken

captoken: report Twilio Capability Tokens and the Access Token each needs

Twilio has deprecated Capability Tokens.
*/
package analyzer
