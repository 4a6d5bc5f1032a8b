import SQL
import Time
import VolunteerCentre

/// The columns of a volunteer of which one is chosen when two profiles become one.
struct ProfileFields: Codable, Equatable {
    var account: ID<Account>
    var linksOnly: Bool
    var name: String
    var phone: String
    var place: String
    var about: String
    var sharesPhone: Bool
    var sharesPlace: Bool
    var sharesAbout: Bool
    var pausedUntil: String?
    var seenAt: Int64
    /// When she was asked whether she wants to stay, and once more.
    var askedAt: Int64?
    var askedAgainAt: Int64?

    static func of(_ id: ID<Volunteer>, _ tx: Transaction) throws -> ProfileFields {
        guard let row = try tx.first("select * from volunteer where id = \(id)") else { throw SQLError.conflict }
        return ProfileFields(
            account: try row["account_id"], linksOnly: try row["links_only"], name: try row["name"],
            phone: try row["phone"], place: try row["place"], about: try row["about"],
            sharesPhone: try row["shares_phone"], sharesPlace: try row["shares_place"],
            sharesAbout: try row["shares_about"], pausedUntil: try row["paused_until"], seenAt: try row["seen_at"],
            askedAt: try row["asked_at"], askedAgainAt: try row["asked_again_at"])
    }

    /// Where both said something of what may be seen, a no wins; of two rests the longer. Somebody is at work on her profile: nobody asks
    /// her whether she is still there.
    func taking(_ chosen: Set<MergeChoice.Field>, of other: ProfileFields) -> ProfileFields {
        var result = self
        if chosen.contains(.email) { result = result.with(accountOf: other) }
        if chosen.contains(.name) { result.name = other.name }
        if chosen.contains(.phone) { result.phone = other.phone }
        if chosen.contains(.place) { result.place = other.place }
        if chosen.contains(.about) { result.about = other.about }
        result.sharesPhone = sharesPhone && other.sharesPhone
        result.sharesPlace = sharesPlace && other.sharesPlace
        result.sharesAbout = sharesAbout && other.sharesAbout
        result.pausedUntil = [pausedUntil, other.pausedUntil].compactMap { $0 }.max()
        result.seenAt = max(seenAt, other.seenAt)
        (result.askedAt, result.askedAgainAt) = (nil, nil)
        return result
    }

    /// How she logs in goes with the account.
    func with(accountOf other: ProfileFields) -> ProfileFields {
        var result = self
        (result.account, result.linksOnly) = (other.account, other.linksOnly)
        return result
    }

    /// What stands there now, with what the merge changed and nobody has changed since as it was before.
    /// - Parameter saved: she saved her profile since; what may be seen of her is as she said then.
    func undoing(_ change: MergeChange, saved: Bool) -> ProfileFields {
        var result = self
        func back<Value: Equatable>(_ field: WritableKeyPath<ProfileFields, Value>) {
            if result[keyPath: field] == change.after[keyPath: field] {
                result[keyPath: field] = change.before[keyPath: field]
            }
        }
        if account == change.after.account, account != change.before.account {
            result = result.with(accountOf: change.before)
        }
        back(\.name)
        back(\.phone)
        back(\.place)
        back(\.about)
        if !saved {
            back(\.sharesPhone)
            back(\.sharesPlace)
            back(\.sharesAbout)
            back(\.pausedUntil)
        }
        // Whoever came since is there.
        if seenAt == change.after.seenAt {
            back(\.seenAt)
            back(\.askedAt)
            back(\.askedAgainAt)
        }
        return result
    }

    func write(to id: ID<Volunteer>, _ tx: Transaction) throws {
        try tx(
            """
            update volunteer set account_id = \(account), links_only = \(linksOnly), name = \(name),
                name_key = \(Folding.fold(name)), phone = \(phone), place = \(place), about = \(about),
                shares_phone = \(sharesPhone), shares_place = \(sharesPlace), shares_about = \(sharesAbout),
                paused_until = \(pausedUntil), seen_at = \(seenAt), asked_at = \(askedAt),
                asked_again_at = \(askedAgainAt)
            where id = \(id)
            """)
    }
}
