// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.mail;

import io.activedefense.blacklist.notification.Html;
import io.activedefense.blacklist.notification.Letter;
import io.activedefense.blacklist.notification.PlainText;
import io.activedefense.blacklist.notification.Wording;
import io.activedefense.blacklist.notification.Wordings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;

/** A letter as mail, in text and HTML. One that is sent again has the same Message-ID. */
final class MailMessage extends MimeMessage {
    private static final String UTF_8 = "UTF-8";
    private static final String NAME = "Active Defense";

    private final String id;

    private MailMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    static Message of(Session session, String sender, String recipient, Letter letter) throws MessagingException {
        Wording wording = Wordings.of(letter);
        var message = new MailMessage(session, "<" + letter.id() + sender.substring(sender.indexOf('@')) + ">");
        message.setFrom(InternetAddress.parse(NAME + " <" + sender + ">")[0]);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        message.setSubject("[" + NAME + "] " + wording.subject(), UTF_8);
        message.setSentDate(Date.from(letter.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(
                new MimeMultipart("alternative", part(PlainText.of(wording), "plain"), part(Html.of(wording), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
