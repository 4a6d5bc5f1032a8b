package import SQL
package import Time

/// A person who wants to do something, as one centre knows her. Her account belongs to the installation.
package struct Volunteer: Sendable, Equatable {
    package let id: ID<Volunteer>
    package let account: ID<Account>
    package let name: String
    package let email: String
    package let phone: String
    package let place: String
    package let about: String
    package let sharing: Sharing
    /// Through this day she is left in peace: no mails about what is new.
    package let pausedUntil: CalendarDate?
    package let createdAt: Instant

    /// What organisations that she responded to may see besides her name and e-mail address.
    package struct Sharing: Sendable, Equatable {
        package var phone: Bool
        package var place: Bool
        package var about: Bool

        package init(phone: Bool, place: Bool, about: Bool) {
            self.phone = phone
            self.place = place
            self.about = about
        }
    }

    /// What she fills in.
    package struct Profile: Sendable, Equatable {
        package var name = ""
        package var phone = ""
        package var place = ""
        package var about = ""
        package var pausedUntil: CalendarDate?
        package var sharing = Sharing(phone: false, place: true, about: true)

        package init() {}
    }

    /// The profile as organisations see it.
    package var shared: Volunteer {
        Volunteer(
            id: id, account: account, name: name, email: email, phone: sharing.phone ? phone : "",
            place: sharing.place ? place : "", about: sharing.about ? about : "", sharing: sharing,
            pausedUntil: nil, createdAt: createdAt)
    }
}
