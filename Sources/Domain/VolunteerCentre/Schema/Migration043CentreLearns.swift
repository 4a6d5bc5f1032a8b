import SQL

extension Migration {
    /// A centre's own kin of words, and words that found nothing: as a keyed hash until they were asked on three days.
    static let centreLearns = Migration(
        43, "centre_learns",
        [
            "alter table finding_setting add column kin \(.text) not null default ''",
            """
            create table unfound_word (
                centre_id \(.int) not null references centre (id), month \(.text) not null, word_key \(.text) not null,
                word \(.text), days \(.int) not null, last_day \(.text) not null,
                primary key (centre_id, month, word_key)
            ) \(.strict)
            """,
        ])
}
