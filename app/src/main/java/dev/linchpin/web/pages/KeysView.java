package dev.linchpin.web.pages;

/// What `keys-page.jte` shows above the list of keys.
public record KeysView(String title) {}
