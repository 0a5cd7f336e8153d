package dev.linchpin.access;

/// What somebody wants to do with one object.
public enum Right {
  READ,
  WRITE
}
