package dev.linchpin.access.web;

import java.util.List;

/// What `tokens.jte` shows, from top to bottom.
public record TokensView(List<TokenRow> rows) {}
