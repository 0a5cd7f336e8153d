package dev.linchpin.helpdesk.web;

import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.web.shell.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;

/// The files of a form; what is wrong with them is a problem of the field `files`.
public final class SentFiles {
  private SentFiles() {}

  public static List<NewMessage.File> read(List<MultipartFile> sent, Problems problems) {
    var files = new ArrayList<NewMessage.File>();
    for (MultipartFile file : sent) {
      if (file.isEmpty()) {
        continue;
      }
      try {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
        NewMessage.File.checkSize(name, file.getSize());
        files.add(new NewMessage.File(name, file.getBytes()));
      } catch (IllegalArgumentException no) {
        problems.add("files", Objects.requireNonNull(no.getMessage()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (files.size() > NewMessage.FILES_MAX) {
      problems.add("files", "Send at most %d files at once.".formatted(NewMessage.FILES_MAX));
    }
    return files;
  }
}
