import Mail
import SQL

extension Migration {
    /// Mail knows what must still be true when it leaves, and that it was not needed any more.
    static let needlessMails = Migration(58, "needless_mails", NeedlessMails.premise) { tx in
        try NeedlessMails.allow(tx)
        guard tx.engine == .sqlite else { return }
        try tx("create index mail_list on mail (centre_id, state, created_at, id)")
        try tx("create index mail_all on mail (centre_id, created_at, id)")
        try tx("create index mail_receiver on mail (centre_id, lower(to_address))")
    }
}
