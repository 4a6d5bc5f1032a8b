import Mail
import SQL

extension Migration {
    /// Bodies held a mark where the secret goes, which a name could smuggle in; now they know its places.
    static let mailSecretPlaces = Migration(29, "mail_secret_places", Outbox.secretPlaces, convert: MarkedMails.convert)
}
