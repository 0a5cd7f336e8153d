package dev.linchpin.helpdesk.mail;

import dev.linchpin.platform.Zone;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/*
 * UIDs of a folder only grow while its UIDVALIDITY stays. So "the last UID taken" is all there is
 * to remember, and it is written down after each mail. With another UIDVALIDITY all is read again;
 * what was taken before is known by its fingerprint. The folder itself is left as it is.
 */
/// Reads one mailbox over one IMAP connection.
final class ImapReader implements AutoCloseable {
  private final Mailbox box;
  private final MailIntake intake;
  private final Mailboxes boxes;
  private final Zone zone;
  private final Store store;
  private @Nullable IMAPFolder folder;

  private ImapReader(Mailbox box, MailIntake intake, Mailboxes boxes, Zone zone, Store store) {
    this.box = box;
    this.intake = intake;
    this.boxes = boxes;
    this.zone = zone;
    this.store = store;
  }

  static ImapReader open(
      Mailbox box, MailIntake intake, Mailboxes boxes, MailTokens tokens, Zone zone)
      throws MessagingException {
    Store store = connect(box.server(), tokens);
    var reader = new ImapReader(box, intake, boxes, zone, store);
    try {
      IMAPFolder folder = (IMAPFolder) store.getFolder(box.folder());
      folder.open(Folder.READ_ONLY);
      reader.folder = folder;
      return reader;
    } catch (MessagingException no) {
      reader.close();
      throw no;
    }
  }

  static Store connect(MailServer server, MailTokens tokens) throws MessagingException {
    Properties properties = server.properties("imap");
    properties.setProperty("mail.imap.peek", "true");
    properties.setProperty("mail.imap.partialfetch", "true");
    properties.setProperty("mail.imap.fetchsize", "1048576");
    Store store = Session.getInstance(properties).getStore("imap");
    tokens.signIn(
        server, password -> store.connect(server.host(), server.port(), server.login(), password));
    return store;
  }

  /// Takes all mails since the last one.
  ///
  /// @return how many there were
  int readNew() throws MessagingException {
    IMAPFolder open = folder();
    long validity = open.getUIDValidity();
    Mailbox.State state = boxes.find(box.id()).map(Mailbox::state).orElse(Mailbox.State.NEW);
    long last = begin(open, state, validity);
    Message[] found = open.getMessagesByUID(last + 1, UIDFolder.LASTUID);
    var profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.SIZE);
    open.fetch(found, profile);
    List<IMAPMessage> fresh =
        Arrays.stream(found)
            .map(IMAPMessage.class::cast)
            .filter(message -> uid(open, message) > last)
            .sorted(Comparator.comparingLong(message -> uid(open, message)))
            .toList();
    for (IMAPMessage message : fresh) {
      long uid = uid(open, message);
      intake.take(box, validity + " " + uid, raw(message));
      boxes.readUpTo(box.id(), validity, uid, zone.instant());
      message.invalidateHeaders();
    }
    if (fresh.isEmpty()) {
      boxes.readUpTo(box.id(), validity, last, zone.instant());
    }
    return fresh.size();
  }

  /// Where reading begins: after the last mail taken, or, the first time, after what lies there
  /// already unless the whole folder is wanted.
  private long begin(IMAPFolder open, Mailbox.State state, long validity)
      throws MessagingException {
    Long known = state.validity();
    if (known == null) {
      return box.whole() ? 0 : Math.max(0, open.getUIDNext() - 1);
    }
    return known == validity ? state.lastUid() : 0;
  }

  private static long uid(IMAPFolder folder, Message message) {
    try {
      return folder.getUID(message);
    } catch (MessagingException gone) { // somebody removed it meanwhile
      return -1;
    }
  }

  /// The mail as it came; of one that is far too large only the first bytes.
  private static byte[] raw(IMAPMessage message) throws MessagingException {
    var bytes =
        new ByteArrayOutputStream(Math.clamp(message.getSize(), 1_000, MailIntake.BYTES_MAX));
    try {
      message.writeTo(new Bounded(bytes, MailIntake.BYTES_MAX));
    } catch (IOException broken) {
      throw new MessagingException("The connection broke.", broken);
    }
    return bytes.toByteArray();
  }

  /// Waits until the server tells of something new, or somebody calls `nudge`.
  ///
  /// @return false when the server cannot tell
  boolean waitForMail() throws MessagingException {
    IMAPFolder open = folder();
    if (!((org.eclipse.angus.mail.imap.IMAPStore) store).hasCapability("IDLE")) {
      return false;
    }
    open.idle(true);
    return true;
  }

  /// Ends the waiting: another command on the connection does.
  void nudge() throws MessagingException {
    folder()
        .doCommand(protocol -> {
          protocol.noop();
          return null;
        });
  }

  private IMAPFolder folder() throws MessagingException {
    IMAPFolder open = folder;
    if (open == null || !open.isOpen()) {
      throw new MessagingException("The connection is closed.");
    }
    return open;
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (MessagingException gone) {
      return; // it is closed, one way or the other
    }
  }
}
