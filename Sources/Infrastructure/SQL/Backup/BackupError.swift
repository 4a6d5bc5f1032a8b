package enum BackupError: Error, Equatable, CustomStringConvertible {
    case unreadable(String)
    case unwritable(String)
    /// The file is no backup at all.
    case notABackup
    /// Made by a newer release, in another form.
    case unknownVersion(Int)
    /// Cut off or changed; says where.
    case damaged(String)
    /// The database must have the migrations of the file: migrate with the release that made it, or upgrade afterwards.
    case otherMigrations(file: [Int], database: [Int])
    /// This table holds rows already.
    case notEmpty(String)
    /// This table or its columns are not those of the file, or of a type without a form in it.
    case otherTable(String)

    /// In words for the operator.
    package var description: String {
        switch self {
        case .unreadable(let path): "The file \(path) cannot be read."
        case .unwritable(let what): "It cannot be written: \(what)"
        case .notABackup: "This file is no backup of Schakel."
        case .unknownVersion(let version): "This backup was made by a newer release (form \(version))."
        case .damaged(let place): "This backup is damaged: \(place). Nothing was restored."
        case .otherMigrations(let file, let database):
            "This backup was made by another release (migration \(file.max() ?? 0), this one has \(database.max() ?? 0)). Restore it with that release, then upgrade."
        case .notEmpty(let table): "The database is not empty: there are rows in \(table). Nothing was restored."
        case .otherTable(let table): "The table \(table) of this backup is not that of this release."
        }
    }
}
