-- Every table as SQLite has it after the last migration. Printed by SchemaTests; see CONTRIBUTING.md.

CREATE TABLE account (
    id integer primary key autoincrement, email text not null, email_key text not null unique, password_hash text, language text not null, created_at integer not null
) strict;

CREATE TABLE action_link (
    id integer primary key autoincrement, token_hash text not null unique, centre_id integer not null references centre (id),
    purpose text not null, subject_id integer not null, account_id integer, created_at integer not null,
    expires_at integer not null, used_at integer
, sent_to text) strict;

CREATE INDEX action_link_subject on action_link (centre_id, purpose, subject_id);

CREATE TABLE address_change (
    id integer primary key autoincrement, centre_id integer not null references centre (id), account_id integer not null references account (id),
    email text not null, email_key text not null, created_at integer not null
, volunteer_id integer, asks_password int check (asks_password in (0, 1)) not null default false) strict;

CREATE INDEX address_change_account on address_change (account_id);

CREATE TABLE application (
    id integer primary key autoincrement, centre_id integer not null, organisation_id integer not null, vacancy_id integer not null,
    kind text not null check (kind in ('guest', 'account')), name text not null, email text not null,
    phone text not null, message text not null, language text not null,
    state text not null check (state in ('new', 'in_conversation', 'matched', 'declined', 'withdrawn')),
    submission_key text not null, created_at integer not null, volunteer_id integer references volunteer (id), party text not null default 'single', party_size integer, channel text not null default 'web', name_key text not null default '', follow_up text, answered_at integer, reminded_at integer, overdue_at integer, answer_days integer not null default 14, closing_from text, closing_due integer, handed_back_at integer, helped_at integer,
    unique (centre_id, id), unique (centre_id, submission_key),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id),
    foreign key (centre_id, vacancy_id) references vacancy (centre_id, id)
) strict;

CREATE INDEX application_answered on application (centre_id, organisation_id, created_at, answered_at);

CREATE INDEX application_closing on application (centre_id, vacancy_id) where closing_due is not null;

CREATE INDEX application_email on application (centre_id, lower(email));

CREATE INDEX application_handed_back on application (centre_id, handed_back_at, id)
where handed_back_at is not null and helped_at is null;

CREATE INDEX application_organisation on application (organisation_id, created_at, id);

CREATE INDEX application_overdue on application (centre_id, overdue_at, id) where state = 'new';

CREATE INDEX application_phone on application (centre_id, phone);

CREATE INDEX application_unanswered on application (centre_id, organisation_id, created_at)
where state = 'new';

CREATE INDEX application_vacancy on application (vacancy_id, created_at, id);

CREATE INDEX application_volunteer on application (volunteer_id, created_at, id);

CREATE TABLE application_message (
    id integer primary key autoincrement, centre_id integer not null, application_id integer not null,
    author text not null check (author in ('organisation', 'volunteer')), account_id integer, text text not null,
    at integer not null, submission_key text, taken_back_at integer,
    foreign key (centre_id, application_id) references application (centre_id, id)
) strict;

CREATE INDEX application_message_application on application_message (application_id, id);

CREATE UNIQUE INDEX application_message_key on application_message (application_id, submission_key);

CREATE TABLE audit (
    id integer primary key autoincrement, centre_id integer references centre (id), account_id integer, actor text not null, action text not null,
    subject text not null, subject_id integer not null, at integer not null
) strict;

CREATE INDEX audit_centre on audit (centre_id, id);

CREATE TABLE automatic_act (
    id integer primary key autoincrement, centre_id integer not null references centre (id), rule text not null, version integer not null,
    subject text not null, subject_id integer not null, reason text not null, at integer not null
) strict;

CREATE INDEX automatic_act_subject on automatic_act (centre_id, subject, subject_id, id);

CREATE TABLE candidate (
    volunteer_id integer primary key, centre_id integer not null, code text not null unique, alias text not null,
    introduction text not null, joined_at integer not null, asked integer not null default 0,
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
) strict;

CREATE INDEX candidate_centre on candidate (centre_id, volunteer_id);

CREATE TABLE candidate_asked (
    id integer primary key autoincrement, centre_id integer not null, organisation_id integer not null, volunteer_id integer not null, at integer not null,
    foreign key (centre_id, organisation_id) references organisation (centre_id, id),
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
) strict;

CREATE INDEX candidate_asked_organisation on candidate_asked (organisation_id, at);

CREATE INDEX candidate_asked_volunteer on candidate_asked (volunteer_id, at);

CREATE TABLE candidate_block (
    centre_id integer not null, volunteer_id integer not null, organisation_id integer not null,
    primary key (volunteer_id, organisation_id),
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id)
) strict;

CREATE INDEX candidate_block_organisation on candidate_block (organisation_id);

CREATE TABLE candidate_found (
    centre_id integer not null, volunteer_id integer not null, organisation_id integer not null, day text not null,
    primary key (organisation_id, day, volunteer_id),
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id)
) strict;

CREATE INDEX candidate_found_volunteer on candidate_found (volunteer_id, day);

CREATE TABLE candidate_search (
    centre_id integer not null, organisation_id integer not null, account_id integer, day text not null,
    question text not null,
    primary key (organisation_id, day, question),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id)
) strict;

CREATE TABLE capability (name text primary key) strict;

CREATE TABLE centre (
    id integer primary key autoincrement, slug text not null unique, name text not null, host text unique,
    language text not null, country text not null, time_zone text not null,
    email text not null, phone text not null, address text not null, opening_hours text not null,
    intro text not null, brand text not null, accent text not null, logo text,
    edits_return_to_queue int check (edits_return_to_queue in (0, 1)) not null, created_at integer not null
, reactivation_returns_to_queue int check (reactivation_returns_to_queue in (0, 1)) not null default false, criteria text not null default '', answer_days integer not null default 14, unconfirmed_goes_offline int check (unconfirmed_goes_offline in (0, 1)) not null default false, coach_off text not null default '') strict;

CREATE TABLE centre_municipality (
    centre_id integer not null references centre (id), name text not null, position integer not null,
    primary key (centre_id, name)
) strict;

CREATE TABLE centre_role (
    centre_id integer not null references centre (id), account_id integer not null references account (id),
    role text not null check (role in ('desk', 'mediator', 'administrator')), created_at integer not null, away_until text, replacement_id integer references account (id), name text not null default '', name_key text not null default '',
    primary key (centre_id, account_id)
) strict;

CREATE INDEX centre_role_account on centre_role (account_id);

CREATE TABLE centre_role_municipality (
    centre_id integer not null, account_id integer not null, name text not null,
    primary key (centre_id, account_id, name),
    foreign key (centre_id, account_id) references centre_role (centre_id, account_id)
) strict;

CREATE TABLE change (
    id integer primary key autoincrement,
    transaction_id integer not null,
    centre_id integer not null,
    kind text not null,
    record_id integer not null,
    at integer not null
) strict;

CREATE INDEX change_at on change (at);

CREATE INDEX change_position on change (transaction_id, id);

CREATE TABLE contact_change (
    id integer primary key autoincrement, centre_id integer not null, vacancy_id integer not null,
    person_id integer references account (id), name text not null, begins int check (begins in (0, 1)) not null,
    cause text not null check (cause in ('chosen', 'handed_over', 'left')),
    account_id integer, at integer not null,
    foreign key (centre_id, vacancy_id) references vacancy (centre_id, id)
) strict;

CREATE INDEX contact_change_person on contact_change (person_id);

CREATE INDEX contact_change_vacancy on contact_change (vacancy_id, id);

CREATE TABLE credential_link (
    id integer primary key autoincrement, token_hash text not null unique, account_id integer not null references account (id),
    centre_id integer not null references centre (id), purpose text not null check (purpose in ('invitation', 'reset')),
    created_at integer not null, expires_at integer not null, used_at integer
, makes_volunteer int check (makes_volunteer in (0, 1)) not null default false, return_path text, answers text, name text not null default '') strict;

CREATE INDEX credential_link_account on credential_link (account_id);

CREATE TABLE department (
    id integer primary key autoincrement, centre_id integer not null, organisation_id integer not null, name text not null,
    name_key text not null,
    unique (organisation_id, name_key),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id)
) strict;

CREATE TABLE fact (
    id integer primary key autoincrement, centre_id integer not null references centre (id), kind text not null, date text not null,
    municipality text not null, interest text not null, channel text not null
) strict;

CREATE INDEX fact_kind on fact (centre_id, kind, date);

CREATE TABLE favourite (
    centre_id integer not null, volunteer_id integer not null, vacancy_id integer not null, created_at integer not null,
    primary key (volunteer_id, vacancy_id),
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id),
    foreign key (centre_id, vacancy_id) references vacancy (centre_id, id)
) strict;

CREATE INDEX favourite_vacancy on favourite (vacancy_id);

CREATE TABLE film (
    id integer primary key autoincrement, centre_id integer not null references centre (id),
    place text not null check (place in ('registration', 'questions')), title text not null,
    address text, hash text, media_type text, size integer, captions text, created_at integer not null
) strict;

CREATE INDEX film_place on film (centre_id, place, id);

CREATE TABLE film_part (
    film_id integer not null references film (id), number integer not null, bytes blob not null,
    primary key (film_id, number)
) strict;

CREATE TABLE finding_setting (
    id integer primary key autoincrement, centre_id integer not null references centre (id), version integer not null, synonyms text,
    weights text not null, account_id integer, created_at integer not null, kin text not null default '', maps text not null default '', unique (centre_id, version)
) strict;

CREATE TABLE former_address (
    id integer primary key autoincrement, account_id integer not null references account (id), email text not null, at integer not null
) strict;

CREATE INDEX former_address_account on former_address (account_id);

CREATE TABLE former_staff (
    centre_id integer not null references centre (id), account_id integer not null, name text not null,
    name_key text not null, primary key (centre_id, account_id)
) strict;

CREATE TABLE holiday (
    id integer primary key autoincrement, centre_id integer not null references centre (id), organisation_id integer,
    begins_on text not null, ends_on text not null, created_at integer not null,
    foreign key (centre_id, organisation_id) references organisation (centre_id, id)
) strict;

CREATE INDEX holiday_days on holiday (centre_id, organisation_id, ends_on);

CREATE TABLE installation_setting (name text primary key, value text not null) strict;

CREATE TABLE invitation (
    id integer primary key autoincrement, centre_id integer not null, organisation_id integer not null, vacancy_id integer not null,
    volunteer_id integer not null, text text not null, state text not null
        check (state in ('open', 'accepted', 'declined')), day text not null, created_at integer not null,
    unique (vacancy_id, volunteer_id, day),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id),
    foreign key (centre_id, vacancy_id) references vacancy (centre_id, id),
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
) strict;

CREATE INDEX invitation_volunteer on invitation (volunteer_id, created_at, id);

CREATE TABLE job (
    id integer primary key autoincrement, centre_id integer, name text not null, key text not null unique, payload text not null,
    state text not null check (state in ('waiting', 'running', 'done', 'dead')), run_at integer not null,
    attempts integer not null, lease_until integer, last_error text, created_at integer not null, finished_at integer
) strict;

CREATE INDEX job_due on job (state, run_at, id);

CREATE INDEX job_finished on job (finished_at);

CREATE TABLE job_hold (name text primary key, since integer not null) strict;

CREATE TABLE mail (
    id integer primary key autoincrement, centre_id integer, key text not null unique, message_id text not null unique,
    kind text not null, language text not null, to_name text not null, to_address text not null,
    from_name text not null, from_address text not null, reply_to text, subject text not null,
    text text not null, html text, secret text, in_reply_to text, unsubscribe text,
    state text not null check (state in ('waiting', 'sent', 'failed', 'needless')),
    created_at integer not null, sent_at integer, attempts integer not null, last_error text,
    text_places text not null default '', html_places text not null default '',
    unsubscribe_secret int check (unsubscribe_secret in (0, 1)) not null default false, premise text
) strict;

CREATE INDEX mail_all on mail (centre_id, created_at, id);

CREATE INDEX mail_list on mail (centre_id, state, created_at, id);

CREATE INDEX mail_receiver on mail (centre_id, lower(to_address));

CREATE TABLE match (
    id integer primary key autoincrement, centre_id integer not null, organisation_id integer not null, vacancy_id integer not null,
    application_id integer not null, volunteer_id integer not null, begins_on text not null, ends_on text,
    state text not null check (state in ('active', 'ended', 'cancelled')), created_at integer not null,
    unique (centre_id, id),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id),
    foreign key (centre_id, vacancy_id) references vacancy (centre_id, id),
    foreign key (centre_id, application_id) references application (centre_id, id),
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
) strict;

CREATE INDEX match_application on match (application_id, id);

CREATE INDEX match_end on match (centre_id, state, ends_on);

CREATE INDEX match_organisation on match (organisation_id, created_at, id);

CREATE INDEX match_vacancy on match (vacancy_id, state);

CREATE INDEX match_volunteer on match (volunteer_id, created_at, id);

CREATE TABLE member_invitation (
    id integer primary key autoincrement, centre_id integer not null, organisation_id integer not null, email text not null,
    email_key text not null, name text not null, role text not null check (role in ('owner', 'editor')),
    account_id integer references account (id), created_at integer not null,
    unique (organisation_id, email_key),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id)
) strict;

CREATE TABLE migration (
    number integer primary key, name text not null
) strict;

CREATE TABLE neighbourhood (
    id integer primary key autoincrement, centre_id integer not null references centre (id), name text not null, shape text not null,
    unique (centre_id, name)
) strict;

CREATE TABLE organisation (
    id integer primary key autoincrement, centre_id integer not null references centre (id), name text not null, name_key text not null,
    legal_form text not null, short_description text not null, website text not null,
    email text not null, phone text not null, street text not null, house_number text not null,
    postcode text not null, place text not null, municipality text not null,
    newsletter int check (newsletter in (0, 1)) not null, terms_version text not null, terms_accepted_at integer not null,
    logo text, state text not null check (state in ('registered', 'approved', 'rejected', 'suspended')),
    submission_key text not null, created_at integer not null, logo_id integer references upload (id), criteria_met text, consultant_id integer references account (id), answer_points integer,
    unique (centre_id, id), unique (centre_id, submission_key)
) strict;

CREATE INDEX organisation_consultant on organisation (consultant_id);

CREATE INDEX organisation_state on organisation (centre_id, state, name_key, id);

CREATE TABLE organisation_member (
    id integer primary key autoincrement, centre_id integer not null, organisation_id integer not null, account_id integer not null references account (id),
    role text not null check (role in ('owner', 'editor')), position text not null, phone text not null,
    created_at integer not null, department_id integer references department (id), name text not null default '', name_key text not null default '',
    unique (organisation_id, account_id),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id)
) strict;

CREATE INDEX organisation_member_account on organisation_member (account_id);

CREATE INDEX organisation_member_department on organisation_member (department_id);

CREATE TABLE organisation_merge (
    centre_id integer not null references centre (id), from_id integer not null, from_name text not null,
    into_id integer not null, account_id integer, at integer not null,
    primary key (centre_id, from_id)
) strict;

CREATE TABLE organisation_version (
    id integer primary key autoincrement, centre_id integer not null, organisation_id integer not null, details text not null,
    account_id integer, at integer not null,
    foreign key (centre_id, organisation_id) references organisation (centre_id, id)
) strict;

CREATE INDEX organisation_version_newest on organisation_version (organisation_id, id);

CREATE TABLE pool_invitation (
    id integer primary key autoincrement, centre_id integer not null, organisation_id integer not null, vacancy_id integer not null,
    volunteer_id integer not null, alias text not null, text text not null,
    state text not null check (state in ('open', 'accepted', 'not_now', 'never')), created_at integer not null,
    unique (vacancy_id, volunteer_id),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id),
    foreign key (centre_id, vacancy_id) references vacancy (centre_id, id),
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
) strict;

CREATE INDEX pool_invitation_organisation on pool_invitation (organisation_id, created_at, id);

CREATE INDEX pool_invitation_volunteer on pool_invitation (volunteer_id, created_at, id);

CREATE TABLE profile_view (
    id integer primary key autoincrement, centre_id integer not null, volunteer_id integer not null, organisation_id integer not null,
    account_id integer, day text not null,
    unique (volunteer_id, organisation_id, account_id, day),
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
) strict;

CREATE TABLE rate_limit (
    key_hash text primary key, count integer not null, expires_at integer not null
) strict;

CREATE INDEX rate_limit_expires on rate_limit (expires_at);

CREATE TABLE relayed_mail (
    id integer primary key autoincrement, centre_id integer not null, application_id integer not null, account_id integer not null references account (id),
    author text not null check (author in ('organisation', 'volunteer')), message_key text not null,
    outcome text not null check (outcome in ('answer', 'automatic', 'empty', 'other_address', 'closed', 'too_many')),
    text text not null, at integer not null,
    unique (application_id, account_id, message_key),
    foreign key (centre_id, application_id) references application (centre_id, id)
) strict;

CREATE INDEX relayed_mail_account on relayed_mail (account_id, at);

CREATE TABLE retention_term (
    centre_id integer not null references centre (id), rule text not null, days integer not null,
    primary key (centre_id, rule)
) strict;

CREATE TABLE saved_search (
    id integer primary key autoincrement, centre_id integer not null, volunteer_id integer not null, question text,
    frequency text not null check (frequency in ('never', 'daily', 'weekly')), created_at integer not null,
    asked_at integer not null, news_from integer not null, unique (centre_id, id),
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
) strict;

CREATE INDEX saved_search_due on saved_search (centre_id, frequency, id);

CREATE UNIQUE INDEX saved_search_question on saved_search (volunteer_id, coalesce(question, ''));

CREATE TABLE saved_search_mailed (
    saved_search_id integer not null references saved_search (id), vacancy_id integer not null,
    primary key (saved_search_id, vacancy_id)
) strict;

CREATE TABLE schedule_run (name text primary key, done_until integer not null) strict;

CREATE TABLE session (
    id integer primary key autoincrement, token_hash text not null unique, account_id integer not null references account (id),
    centre_id integer not null references centre (id), created_at integer not null, seen_at integer not null,
    expires_at integer not null
, acting_for integer references organisation (id), organisation_id integer, volunteer_id integer) strict;

CREATE INDEX session_account on session (account_id);

CREATE INDEX session_expires on session (expires_at);

CREATE TABLE state_change (
    id integer primary key autoincrement, centre_id integer not null references centre (id), subject text not null, subject_id integer not null,
    from_state text, to_state text not null, account_id integer, reason text, at integer not null
, follow_up text, cause text) strict;

CREATE INDEX state_change_centre on state_change (centre_id, id);

CREATE INDEX state_change_subject on state_change (centre_id, subject, subject_id, id);

CREATE TABLE text_version (
    id integer primary key autoincrement, centre_id integer not null references centre (id), kind text not null check (kind in ('mail', 'page')),
    name text not null, language text not null, title text not null, body text, button text not null,
    account_id integer references account (id), at integer not null
) strict;

CREATE INDEX text_version_newest on text_version (centre_id, kind, name, language, id);

CREATE TABLE two_people (
    centre_id integer not null references centre (id), first_id integer not null references volunteer (id),
    second_id integer not null references volunteer (id), account_id integer, at integer not null,
    primary key (first_id, second_id)
) strict;

CREATE INDEX two_people_second on two_people (second_id);

CREATE TABLE unfound_word (
    centre_id integer not null references centre (id), month text not null, word_key text not null,
    word text, days integer not null, last_day text not null,
    primary key (centre_id, month, word_key)
) strict;

CREATE TABLE upload (
    id integer primary key autoincrement, centre_id integer not null references centre (id), organisation_id integer, hash text not null,
    card blob not null, page blob not null, created_at integer not null,
    unique (centre_id, organisation_id, hash)
) strict;

CREATE TABLE vacancy (
    id integer primary key autoincrement, centre_id integer not null, organisation_id integer not null, title text not null,
    description text not null, offer text not null, hours text not null, engagement text not null,
    postcode text not null, place text not null, municipality text not null, from_home int check (from_home in (0, 1)) not null,
    language_level text not null, minimum_age integer, positions integer, interest text not null,
    publish_until text, state text not null
        check (state in ('draft', 'queued', 'published', 'offline', 'archived', 'rejected')),
    comment text, search_text text not null, submission_key text not null, version integer not null,
    created_at integer not null, updated_at integer not null, queued_at integer, published_at integer, approved_version integer, is_full int check (is_full in (0, 1)) not null default false, picture_id integer references upload (id), picture_alt text, featured_at integer, department_id integer references department (id), begins_on text, other_places text not null default '', neighbourhood text not null default '', group_size integer, pending_version integer, pending_at integer, pending_picture_id integer references upload (id), archived_from text, archived_at integer, archived_pending_at integer, confirmed_at integer, asked_at integer, sunk_at integer, contact_person_id integer references account (id),
    unique (centre_id, id), unique (centre_id, submission_key),
    foreign key (centre_id, organisation_id) references organisation (centre_id, id)
) strict;

CREATE INDEX vacancy_contact_person on vacancy (contact_person_id);

CREATE INDEX vacancy_department on vacancy (department_id);

CREATE INDEX vacancy_featured on vacancy (centre_id, featured_at);

CREATE INDEX vacancy_organisation on vacancy (organisation_id, updated_at, id);

CREATE INDEX vacancy_pending on vacancy (centre_id, pending_at);

CREATE INDEX vacancy_published on vacancy (centre_id, state, published_at, id);

CREATE TABLE vacancy_sharing (
    centre_id integer not null references centre (id), partner_id integer not null references centre (id),
    created_at integer not null, primary key (centre_id, partner_id)
) strict;

CREATE TABLE vacancy_tag (
    centre_id integer not null, vacancy_id integer not null, list text not null, slug text not null,
    primary key (vacancy_id, list, slug),
    foreign key (centre_id, vacancy_id) references vacancy (centre_id, id)
) strict;

CREATE INDEX vacancy_tag_slug on vacancy_tag (centre_id, list, slug, vacancy_id);

CREATE TABLE vacancy_version (
    centre_id integer not null, vacancy_id integer not null, version integer not null, content text not null,
    account_id integer, at integer not null,
    primary key (vacancy_id, version),
    foreign key (centre_id, vacancy_id) references vacancy (centre_id, id)
) strict;

CREATE TABLE volunteer (
    id integer primary key autoincrement, centre_id integer not null references centre (id), account_id integer not null references account (id),
    phone text not null, place text not null, about text not null, shares_phone int check (shares_phone in (0, 1)) not null,
    shares_place int check (shares_place in (0, 1)) not null, shares_about int check (shares_about in (0, 1)) not null, created_at integer not null,
    seen_at integer not null default 0, asked_at integer, asked_again_at integer, paused_until text,
    name text not null default '', name_key text not null default '', links_only int check (links_only in (0, 1)) not null default false, merged_into integer references volunteer (id), unique (centre_id, id)
) strict;

CREATE INDEX volunteer_account on volunteer (account_id);

CREATE INDEX volunteer_merged on volunteer (merged_into);

CREATE INDEX volunteer_seen on volunteer (centre_id, seen_at, id);

CREATE TABLE volunteer_answer (
    centre_id integer not null, volunteer_id integer not null, question text not null, answer text not null,
    primary key (volunteer_id, question, answer),
    foreign key (centre_id, volunteer_id) references volunteer (centre_id, id)
) strict;

CREATE TABLE volunteer_merge (
    id integer primary key autoincrement, centre_id integer not null references centre (id), from_id integer not null unique references volunteer (id),
    into_id integer not null references volunteer (id), before text not null, account_id integer, at integer not null
) strict;

CREATE INDEX volunteer_merge_at on volunteer_merge (centre_id, at);

CREATE INDEX volunteer_merge_into on volunteer_merge (into_id);

CREATE TABLE volunteer_merge_row (
    merge_id integer not null references volunteer_merge (id), name text not null, row_key text not null,
    primary key (merge_id, name, row_key)
) strict;
