/// Admin, Mail: mailboxes, the way out, what lies aside; and the mails behind a ticket's messages.
@NullMarked
package dev.linchpin.helpdesk.mail.web;

import org.jspecify.annotations.NullMarked;
