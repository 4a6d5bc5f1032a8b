/// A mail to be sent once. Texts are whole: subject and bodies as people will read them.
package struct NewMail: Sendable {
    /// Nil for mail of the installation itself.
    package var centre: Int64?
    /// Names the event that causes the mail: for one key one mail goes out, ever.
    package var key: String
    /// What the mail is for, such as `password_reset`; for lists and filters.
    package var kind: String
    /// Language tag of the text.
    package var language: String
    package var toName: String
    package var toAddress: String
    package var fromName: String
    package var fromAddress: String
    /// Where answers go; nil or empty: to the sender.
    package var replyTo: String?
    package var subject: String
    package var text: MailBody
    package var html: MailBody?
    /// A link token, for the places of the bodies. It is kept apart from them and erased once the mail is out.
    package var secret: String?
    /// The mail that this one answers.
    package var inReplyTo: MessageID?
    /// A page where this kind of mail is stopped; a POST to it must do so at once (RFC 8058).
    package var unsubscribe: MailLink?
    /// Somebody waits for it at a screen: it goes past the others.
    package var isUrgent: Bool
    /// What must still be true when it leaves, in the words of who wrote it down; nil for what stays worth reading.
    package var premise: String?

    package init(
        centre: Int64?, key: String, kind: String, language: String, toName: String, toAddress: String,
        fromName: String,
        fromAddress: String, replyTo: String? = nil, subject: String, text: MailBody, html: MailBody? = nil,
        secret: String? = nil, inReplyTo: MessageID? = nil, unsubscribe: MailLink? = nil, isUrgent: Bool = false,
        premise: String? = nil
    ) {
        self.centre = centre
        self.key = key
        self.kind = kind
        self.language = language
        self.toName = toName
        self.toAddress = toAddress
        self.fromName = fromName
        self.fromAddress = fromAddress
        self.replyTo = replyTo
        self.subject = subject
        self.text = text
        self.html = html
        self.secret = secret
        self.inReplyTo = inReplyTo
        self.unsubscribe = unsubscribe
        self.isUrgent = isUrgent
        self.premise = premise
    }
}
