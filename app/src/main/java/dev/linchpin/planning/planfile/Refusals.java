package dev.linchpin.planning.planfile;

import dev.linchpin.planning.planfile.ReadResult.Refused;
import java.util.Locale;

/// Every reason for which a plan file is not read, in the words people see.
final class Refusals {
  private static final String EXPORT =
      "Save it as MS Project XML, Primavera XER or CSV in the tool that made it.";

  private Refusals() {}

  static Refused notFound(String file) {
    return new Refused("not-found", say("There is no file %s. Check the name.", file));
  }

  static Refused folder(String file) {
    return new Refused("folder", say("%s is a folder. Name one plan file in it.", file));
  }

  static Refused unreadable(String file) {
    return new Refused(
        "unreadable", say("Linchpin has no right to read %s. Change its rights.", file));
  }

  static Refused empty(String file) {
    return new Refused("empty", say("%s is empty. Export the plan again.", file));
  }

  static Refused tooLarge(String file, long bytes, long allowed) {
    return new Refused(
        "too-large",
        say(
            "%s has %s; plan files up to %s are read. Save it without baselines and history,"
                + " or one project at a time.",
            file, size(bytes), size(allowed)));
  }

  static Refused bomb(String file, long allowed, int ratio) {
    return new Refused(
        "unpacks-too-large",
        say(
            "%s unpacks to more than %s, or to more than %d times its size. It was not read."
                + " Unpack it and import the plan file itself.",
            file, size(allowed), ratio));
  }

  static Refused manyInArchive(String file) {
    return new Refused(
        "several-files",
        say("%s holds no single plan file. Unpack it and import one file at a time.", file));
  }

  static Refused notAPlan(String file) {
    return new Refused(
        "not-a-plan", say("%s is not a plan file that Linchpin knows. %s", file, EXPORT));
  }

  static Refused otherFormat(String file, String format) {
    return new Refused(
        "other-format", say("%s is %s, which Linchpin does not read. %s", file, format, EXPORT));
  }

  static Refused password(String file) {
    return new Refused(
        "password",
        say("%s is protected by a password. Save it without one and import it again.", file));
  }

  static Refused docType(String file) {
    return new Refused(
        "doctype",
        say(
            "%s holds a DOCTYPE, which can pull in other files. It was not read."
                + " Save the plan again with the tool that made it.",
            file));
  }

  static Refused broken(String file, String format) {
    return new Refused(
        "broken",
        say(
            "%s looks like %s but breaks off or contradicts itself. Nothing was taken from it."
                + " Open it in its own tool, save it again, and import that copy.",
            file, format));
  }

  static Refused noTasks(String file) {
    return new Refused(
        "no-tasks", say("%s has no tasks. Check that the right plan was exported.", file));
  }

  static Refused tooManyTasks(String file, int tasks, int allowed) {
    return new Refused(
        "too-many-tasks",
        say(
            "%s has %,d tasks; plans up to %,d are read. Import one project at a time.",
            file, tasks, allowed));
  }

  static Refused tooSlow(String file, long seconds) {
    return new Refused(
        "too-slow",
        say(
            "Reading %s took more than %d seconds, so it was stopped. Nothing was taken from it."
                + " Save it as MS Project XML and try that file.",
            file, seconds));
  }

  static Refused tooMuchMemory(String file, int megabytes) {
    return new Refused(
        "too-much-memory",
        say(
            "Reading %s needs more than %,d MB, so it was stopped. Nothing was taken from it."
                + " Import one project at a time.",
            file, megabytes));
  }

  static Refused resultTooLarge(String file) {
    return new Refused(
        "result-too-large",
        say("%s holds more than Linchpin takes at once. Import one project at a time.", file));
  }

  static Refused noReader(String file) {
    return new Refused(
        "no-reader",
        say(
            "The process that reads plan files did not start, so %s was not read."
                + " Try again; if it stays so, look into the log.",
            file));
  }

  static Refused busy(String file) {
    return new Refused(
        "busy",
        say("Other plan files are being read, so %s had no turn. Try again in a minute.", file));
  }

  static Refused csv(String file, String what) {
    return new Refused("csv", say("%s: %s", file, what));
  }

  private static String size(long bytes) {
    return bytes < 1 << 20 ? say("%,d bytes", bytes) : say("%,d MB", Math.ceilDiv(bytes, 1L << 20));
  }

  private static String say(String message, Object... values) {
    return String.format(Locale.ROOT, message, values);
  }
}
