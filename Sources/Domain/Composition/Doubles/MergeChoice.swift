/// What somebody chose for the profile that stays, per field of the preview.
package struct MergeChoice: Sendable, Equatable {
    /// What a person has once: of the one that stays, or of the other.
    package enum Field: String, Sendable, CaseIterable, Codable {
        /// With which she logs in, and where her mails go.
        case email
        case name, phone, place, about
        /// What she answered at *Wat past bij jou?*
        case answers
        /// Under which other name organisations find her.
        case pool
    }

    /// What a person may have many of: it comes along, or stays behind.
    package enum Collection: String, Sendable, CaseIterable, Codable { case favourites, searches }

    /// Of which fields the other's is kept.
    package var ofOther: Set<Field>
    package var along: Set<Collection>

    package init(ofOther: Set<Field> = [], along: Set<Collection> = []) {
        self.ofOther = ofOther
        self.along = along
    }
}
