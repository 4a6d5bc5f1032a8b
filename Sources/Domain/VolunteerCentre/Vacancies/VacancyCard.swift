package import SQL
package import Time

/// What a list shows of a vacancy.
package struct VacancyCard: Sendable, Equatable {
    package let id: ID<Vacancy>
    package let centre: ID<Centre>
    package let title: String
    package let organisation: String
    package let place: String
    package let hours: String
    package let interest: String
    package let fromHome: Bool
    /// How much Dutch it asks for; empty when it does not say.
    package let languageLevel: String
    package let publishedAt: Instant
    /// The words of its address.
    package let slug: String
    package let picture: Upload?
    /// From where the visitor asked.
    package var kilometres: Double?

    package init(
        id: ID<Vacancy>, centre: ID<Centre>, title: String, organisation: String, place: String, hours: String,
        interest: String,
        fromHome: Bool, languageLevel: String = "", publishedAt: Instant, picture: Upload?, slug: String? = nil
    ) {
        self.id = id
        self.centre = centre
        self.title = title
        self.organisation = organisation
        self.place = place
        self.hours = hours
        self.interest = interest
        self.fromHome = fromHome
        self.languageLevel = languageLevel
        self.publishedAt = publishedAt
        self.picture = picture
        self.slug = slug ?? Slug.make(title)
    }

    /// A row with the vacancy's columns, `organisation`, `department` and the picture's hash.
    init(_ row: Row) throws {
        let (organisation, department): (String, String?) = (try row["organisation"], try row["department"])
        let (place, others): (String, String) = (try row["place"], try row["other_places"])
        let (picture, hash): (ID<Upload>?, String?) = (try row["picture_id"], try row["picture_hash"])
        self.init(
            id: try row["id"], centre: try row["centre_id"], title: try row["title"],
            organisation: [organisation, department].compactMap { $0 }.joined(separator: ", "),
            place: ([place] + others.split(separator: "\n").map(String.init)).joined(separator: ", "),
            hours: try row["hours"], interest: try row["interest"], fromHome: try row["from_home"],
            languageLevel: try row["language_level"], publishedAt: try row["published_at"],
            picture: picture.flatMap { id in hash.map { Upload(id: id, hash: $0) } })
    }

    /// The same card with another text, without its picture.
    func saying(_ content: Vacancy.Content) -> VacancyCard {
        VacancyCard(
            id: id, centre: centre, title: content.title, organisation: organisation,
            place: ([content.place] + content.otherPlaces).joined(separator: ", "), hours: content.hours,
            interest: content.interests.first ?? "", fromHome: content.fromHome,
            languageLevel: content.languageLevel, publishedAt: publishedAt, picture: nil)
    }

    var payload: [UInt8] {
        let fields = [
            String(id.number), title, organisation, place, hours, interest, fromHome ? "1" : "",
            String(publishedAt.milliseconds), picture.map { String($0.id.number) } ?? "", picture?.hash ?? "", slug,
            String(centre.number), languageLevel,
        ]
        return CardFields.write(fields)
    }

    init?(payload: ArraySlice<UInt8>, kilometres: Double?) {
        let fields = CardFields.read(payload)
        guard fields.count == 13, let id = Int64(fields[0]), let at = Int64(fields[7]), let centre = Int64(fields[11])
        else { return nil }
        self.init(
            id: ID(id), centre: ID(centre), title: fields[1], organisation: fields[2], place: fields[3],
            hours: fields[4],
            interest: fields[5], fromHome: !fields[6].isEmpty, languageLevel: fields[12],
            publishedAt: Instant(milliseconds: at),
            picture: Int64(fields[8]).map { Upload(id: ID($0), hash: fields[9]) }, slug: fields[10])
        self.kilometres = kilometres
    }
}
