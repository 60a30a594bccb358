//! The catalogue: every rule with what it says and an example.

use super::Table;

/// Makes [`Rule`] of a list: what the rule says, its name, the table that it serves, and a text in which it has a part in a row.
macro_rules! catalogue {
    ($($(#[doc = $says:literal])+ $rule:ident $table:ident $example:literal)+) => {
        /// A rule that has a part in a row.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $($(#[doc = $says])+ #[doc = ""] #[doc = concat!("> ", $example)] $rule,)+
        }

        impl Rule {
            /// All rules, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$rule),+];

            /// What the rule says.
            #[must_use]
            pub fn says(self) -> &'static str {
                match self {
                    $(Self::$rule => concat!($($says),+).trim_start(),)+
                }
            }

            /// The table that it serves.
            #[must_use]
            pub const fn table(self) -> Table {
                match self {
                    $(Self::$rule => Table::$table,)+
                }
            }

            /// An invented text in which the rule has a part in a row; it need not be a whole report.
            #[must_use]
            pub const fn example(self) -> &'static str {
                match self {
                    $(Self::$rule => $example,)+
                }
            }

            /// The name: the variant's, in lower case and with hyphens.
            #[must_use]
            pub fn name(self) -> String {
                let variant = match self {
                    $(Self::$rule => stringify!($rule),)+
                };
                let mut name = String::with_capacity(variant.len() + 4);
                for c in variant.chars() {
                    if c.is_ascii_uppercase() && !name.is_empty() {
                        name.push('-');
                    }
                    name.push(c.to_ascii_lowercase());
                }
                name
            }
        }
    };
}

catalogue! {
    // Reports (src/layout/evidence.rs): what shows most that a text reports a meeting.

    /// A clause says that a meeting was held.
    ReportTellsMeeting Meeting "5月6日，青禾县防汛工作会议在县政府三楼会议室召开。"
    /// Its heading names a speech at a meeting, and it addresses people.
    ReportIsSpeech Meeting "在全县防汛工作会议上的讲话\n县长 林知远\n（2021年5月6日）\n同志们：\n今天召开这次会议，主要任务是安排部署防汛工作。一要压实责任，确保安全度汛。"
    /// Its heading says 纪要 or 记录, and lines give time, place and people.
    ReportIsMinutes Meeting "青禾县防汛工作会议纪要\n时间：5月6日\n地点：县政府三楼会议室\n主持人：县长林知远\n会议听取了防汛工作汇报。会议指出，要压实责任。"
    /// It uses words of reports (会上, 主持会议, 会议强调), and opens with a day on which people do something.
    ReportUsesWords Meeting "会上，县长林知远作了讲话，副县长秦关主持会议。会议强调，要压实责任。青石镇作表态发言，各镇主要负责人参加会议。"

    // The meeting (src/layout/held.rs): clauses that say that one was held.

    /// 某会召开, 召开某会: a verb of holding and the name of a meeting.
    MeetingHeld Meeting "5月6日，青禾县防汛工作会议在县政府三楼会议室召开。"
    /// 召开的某会: the name behind 的.
    MeetingHeldRelative Meeting "5月6日召开的青禾县防汛工作会议要求，各镇备足物资。县长林知远出席会议并强调，要压实责任。"
    /// 出席某会: somebody took part in it.
    MeetingAttended Meeting "5月6日，县长林知远出席青禾县防汛工作会议并讲话。林知远强调，要压实责任。"
    /// 主持某会: somebody chaired it.
    MeetingPresided Meeting "5月6日，县长林知远主持青禾县防汛工作会议。林知远强调，要压实责任。"
    /// 在某会上: somebody spoke at it, on a day that the sentence opens with.
    MeetingSpokenAt Meeting "5月6日，县长林知远在青禾县防汛工作会议上强调，要压实责任。会议由副县长秦关主持。"
    /// A meeting of any name is chaired by somebody (听证会由某人主持).
    MeetingChairedBy Meeting "近日，县法院公开审查一起信访案件，听证会由副院长林知远主持，人大代表秦关到场。会上，林知远作了说明。"
    /// A meeting with a number opens a sentence and does something (第二次会议听取了).
    MeetingNumbered Meeting "防汛指挥部会议纪要\n时间：5月6日\n地点：县政府三楼\n主持人：县长林知远\n青禾县防汛指挥部2023年第二次会议听取了汛情汇报。会议要求，要压实责任。"
    /// People did something together whose name is that of an activity.
    MeetingDone Meeting "5月6日，社区党总支开展“重温誓词”主题党日活动，书记林知远主持。会上，老党员秦关作了发言。"

    // Its name, date and place (src/extract/meeting.rs).

    /// A line of minutes gives the name behind its label.
    MeetingNameLabelled Meeting "青禾县防汛会议纪要\n会议名称：青禾县防汛工作会议\n时间：5月6日\n主持人：县长林知远\n会议听取了防汛工作汇报。会议指出，要压实责任。"
    /// The heading of a speech names it.
    MeetingNameOfSpeech Meeting "在全县防汛工作会议上的讲话\n县长 林知远\n（2021年5月6日）\n同志们：\n今天召开这次会议，主要任务是安排部署防汛工作。一要压实责任，确保安全度汛。"
    /// The heading is its name.
    MeetingNameOfHeading Meeting "青禾县防汛工作会议纪要\n时间：5月6日\n地点：县政府三楼会议室\n主持人：县长林知远\n会议听取了防汛工作汇报。会议指出，要压实责任。"
    /// A report without a name tells what was done on a day.
    MeetingNameOfActivity Meeting "5月6日，镇党支部组织党员进行集体约谈提醒。会上，书记林知远强调，要压实责任。党员代表秦关作表态发言。"
    /// A report that names its meeting nowhere else tells who spoke at it: 座谈会上.
    MeetingNameSpokenAt Meeting "青石灯谜社一行到河湾灯谜社参观。座谈会上，河湾灯谜社社长林知远致辞。秦关强调，两社要多走动，要合力办好灯谜节。"
    /// The date in the clause that names the meeting.
    DateOfClause Meeting "5月6日，青禾县防汛工作会议在县政府三楼会议室召开。"
    /// The date in the header of a speech.
    DateInHeader Meeting "在全县防汛工作会议上的讲话\n县长 林知远\n（2021年5月6日）\n同志们：\n今天召开这次会议，主要任务是安排部署防汛工作。一要压实责任，确保安全度汛。"
    /// 当天: the date that was told before.
    DateSameDay Meeting "5月6日是汛期第一天。当天，青禾县防汛工作会议在县政府召开。县长林知远出席会议并讲话。"
    /// 今天: the day on which the report was sent.
    DateOfDispatch Meeting "青禾5月6日电 今天，全县防汛工作会议在县政府召开。县长林知远出席会议并讲话。"
    /// The date that one of the first sentences opens with.
    DateOpening Meeting "5月6日，县政府热闹非凡。青禾县防汛工作会议在这里召开。县长林知远出席会议并讲话。"
    /// A line of minutes gives the place behind its label.
    PlaceLabelled Meeting "青禾县防汛工作会议纪要\n时间：5月6日\n地点：县政府三楼会议室\n主持人：县长林知远\n会议听取了防汛工作汇报。会议指出，要压实责任。"
    /// The place in the clause that names the meeting.
    PlaceOfClause Meeting "5月6日，青禾县防汛工作会议在县政府三楼会议室召开。"
    /// The place in a clause that only says 会议.
    PlaceOfOtherClause Meeting "5月6日，青禾县召开防汛工作会议。会议在县政府三楼会议室举行。县长林知远讲话。"
    /// The place beside the day in the header of a speech.
    PlaceInHeader Meeting "在全县防汛工作会议上的讲话\n县长 林知远\n（2021年5月6日，县委礼堂）\n同志们：\n今天召开这次会议，主要任务是安排部署防汛工作。一要压实责任，确保安全度汛。"
    /// The place where people come together to take part.
    PlaceGathered Meeting "5月6日，青山中学全体师生齐聚体育馆，参加学校组织的防汛动员大会。校长林知远讲话。"
    /// The place that is told to be full of people.
    PlaceCrowded Meeting "5月6日，村文化广场上已经坐满了人。青禾村防汛动员大会召开。村支书林知远讲话。"

    // Phrases (src/tag/phrase.rs): a list of participants, and what is said of it.

    /// A list of participants, and behind it what they did.
    PhraseList Attendees "县长林知远、副县长秦关出席会议。"
    /// 由甲主持: the participants stand behind 由, what they did behind them.
    PhraseAgent Attendees "会议由县长林知远主持。"
    /// A clause without a subject goes on saying something of the subject before it.
    PhraseGoesOn Attendees "县长林知远出席会议，作了讲话。"
    /// A list, and the verb of taking part further on in a clause whose other words are not understood.
    PhraseVerbFurtherOn Attendees "副县长秦关，不顾连日劳累应邀出席。"
    /// A list with a titled person that has no verb stands for people who took part.
    PhraseListAlone Attendees "在主席台就座的，县长林知远，副县长秦关。"
    /// 与…签订责任书: the other side signs too.
    PhraseOtherSide Attendees "县长林知远代表县政府与各镇镇长签订了责任书。"
    /// 甲：…: a line of a record gives the words of somebody known.
    PhraseSpokenLine Attendees "青禾村防汛工作会议记录\n时间：2021年5月6日\n主持人：村党支部书记林知远\n参加人员：护林员秦关\n会议内容：\n林知远：今天开会，主要说汛期的安全。\n秦关：后山的松树歪了，要尽快处理。"
    /// 从甲手中接过奖杯: those who gave it presented it.
    PhraseGivers Attendees "获奖代表从县长林知远手中接过奖杯。"
    /// 听取了甲的报告、乙的汇报: each of them reported.
    PhraseHeard Attendees "会议听取了县长林知远所作的工作报告。"
    /// 出席会议的有: the list stands behind.
    PhraseListLead Attendees "出席会议的还有县长林知远、副县长秦关。"
    /// 主持会议的是…, 奖牌是…颁发的: who did something, told with 是 and 的.
    PhraseCleft Attendees "奖牌是县长林知远亲手颁发的。"
    /// 组织全体…: those who are gathered took part.
    PhraseOrganized Attendees "为迎接汛期组织全体党员参加培训。"
    /// The line between the heading of a speech and its text names the speaker.
    PhraseSpeechHeader Attendees "在全县防汛工作会议上的讲话\n县长 林知远\n（2021年5月6日）\n同志们：\n今天召开这次会议，主要任务是安排部署防汛工作。一要压实责任，确保安全度汛。"
    /// 出席： at the head of minutes gives the role of those behind it.
    PhraseField Attendees "青禾县防汛工作会议纪要\n时间：5月6日\n主持人：县长林知远\n会议听取了防汛工作汇报。会议指出，要压实责任。"

    // Items (src/tag/item): how the words for one participant are found.

    /// A name that is known from a first reading of the report.
    NameKnown Attendees "县长林知远出席会议。林知远作了讲话。"
    /// A name that a personal lexicon gives (there 伍拾壹 is a person).
    NameOfOwn Attendees "县文旅局伍拾壹缓步上台，伍拾壹作了交流发言。"
    /// Learnt in the first reading: a name right behind a post, in whatever sentence.
    NameLearnt Attendees "会议给防汛办主任温如玉等9名同志颁发聘书。温如玉红着脸作了表态发言。"
    /// A name in a list of people that a mark or conjunction closes.
    NameDelimited Attendees "副镇长秦关、党爱华、严冬出席会议。"
    /// 姓名（职务）: a post in brackets makes a name of what stands before it.
    NameBracketed Attendees "出席：文书（办公室主任）、严明（安全部主任）。"
    /// A name behind a post.
    NameBehindPost Attendees "县委副书记、县长林知远主持会议。"
    /// A name in a list of people.
    NameListed Attendees "副镇长秦关、严冬青出席会议。"
    /// A body, a name and a post, in this order.
    NameBeforePost Attendees "北林大学王浦教授作报告。"
    /// A name that no surname opens.
    NameOfMinority Attendees "次仁多吉出席会议。"
    /// A name with a word of address behind 的.
    NameBehindOf Attendees "食堂的严冬师傅作交流发言。"
    /// A name and a word of address.
    NameAddressed Attendees "严冬青同志主持会议。"
    /// A label of honour and a name.
    NameBehindHonour Attendees "抗洪模范盘金花作交流发言。"
    /// An occupation that no list holds, and a name.
    NameBehindOccupation Attendees "细纱车间落纱工经纬作交流发言。"
    /// A body and a name.
    NameBehindBody Attendees "华东公司谢天先后作了发言。"
    /// In a list of people, words that no list holds and a name before a verb.
    NameBehindWords Attendees "县长林知远和农家媳妇关小妹出席会议。"
    /// A surname and a given name before a verb.
    NameBare Attendees "严冬青主持会议。"
    /// 他 or 她 stands for the last named person.
    NamePronoun Attendees "县长林知远主持会议。他作了讲话。"
    /// A surname and a post stand for the one person with that surname, or for somebody whose given name is not told.
    NameSurnameAndPost Attendees "县长林知远主持会议。林县长作了讲话。"
    /// A word for people in general.
    GroupByWord Attendees "县领导为先进集体颁奖。"
    /// A noun for posts or people, with all words before it.
    GroupByHead Attendees "各镇主要负责人参加会议。"
    /// Several bodies without names: a number of them, or all.
    GroupOfBodies Attendees "12个镇作交流发言。"
    /// Words up to the noun for people before a verb of taking part.
    GroupToVerb Attendees "各镇农业、水利、信用联社等部门负责人参加会议。"
    /// Items that go on with the group before them are one row with it.
    GroupGoesOn Attendees "各镇镇长、分管领导参加会议。"
    /// The name of a body.
    Body Attendees "青石镇作交流发言。"

    // Posts (src/extract/attendees.rs) that don't stand with the name.

    /// A post by itself belongs to the name that comes next.
    PostBeforeName Attendees "县委副书记、县长林知远出席会议。"
    /// A label before the first of several names is shared by the others.
    PostShared Attendees "县领导林知远、秦关出席会议。"
    /// A post that stands with the name elsewhere in the report.
    PostElsewhere Attendees "县长林知远开了口。林知远出席会议。"
    /// A post that somebody who took part was elected to.
    PostWon Attendees "县长林知远出席会议。林知远当选为会长。"

    // Roles (src/extract/roles.rs): what a predicate says.

    /// Who is listed without a verb took part.
    RoleListed Attendees "在主席台就座的，县长林知远，副县长秦关。"
    /// The label of a header line gives the role.
    RoleField Attendees "青禾县防汛工作会议纪要\n时间：5月6日\n主持人：县长林知远\n会议听取了防汛工作汇报。会议指出，要压实责任。"
    /// 强调, 指出, 要求: a verb of speech before what was said.
    RoleQuoted Attendees "县长林知远强调，要压实责任。"
    /// 说: speech, where the report tells nothing else of the person.
    RoleSaid Attendees "县长林知远出席会议。林知远说，今年雨水多。"
    /// Who asks for something spoke, where nothing else tells of what they said.
    RoleAsked Attendees "县长林知远出席会议。林知远的意见是，先修路再栽树。"
    /// 主持
    RolePresided Attendees "县长林知远主持会议。"
    /// 出席, 参加 with a meeting as its object.
    RoleAttended Attendees "县长林知远出席会议。"
    /// 揭牌, 重温誓词, 签署协议: acts of those present
    RoleWitnessed Attendees "县长林知远、副县长秦关为服务中心揭牌。"
    /// 讲话, 致辞
    RoleSpoke Attendees "县长林知远讲话。"
    /// 作报告, 通报, 传达, 部署
    RoleReported Attendees "副县长秦关通报了工作情况。"
    /// 交流发言, 表态发言, 签订责任书
    RoleExchanged Attendees "青石镇作交流发言。"
    /// 介绍…经验: telling experience is an exchange, not a report.
    RoleExperience Attendees "青石镇介绍了护林经验。"
    /// 宣读
    RoleAnnounced Attendees "副县长秦关宣读了表彰决定。"
    /// 颁奖, 授牌
    RolePresented Attendees "县长林知远为先进集体颁奖。"
    /// 与会领导: the words for a group say that it took part.
    RoleByPart Attendees "与会领导为先进集体颁奖。"

    // Awards (src/extract/awards): what stands around a verb of giving.

    /// 获, 被评为: winners, the verb, what they received.
    AwardReceived Awards "水利局、气象台等6个单位被评为防汛先进集体。"
    /// 获H的甲: the winners stand behind 的.
    AwardReceivedBefore Awards "与会领导为荣获一等奖的青石镇颁发奖状。"
    /// 授予甲H: the verb, winners, what was given.
    AwardConferred Awards "会议授予林知远“防汛标兵”称号。"
    /// H授予甲: what was given, the verb, winners.
    AwardConferredOn Awards "流动红旗颁给青石镇。"
    /// 认定甲为H, 把甲评为H.
    AwardRated Awards "会议决定，认定青石镇、平安镇为“无诈乡镇”。"
    /// 给予甲嘉奖: what is given stands at the end of the clause.
    AwardGranted Awards "会议决定给予林知远等3人嘉奖。"
    /// H名单，甲榜上有名: the winners are on the list that was named before them.
    AwardOnList Awards "会上公布了“防汛标兵”名单，林知远、秦关榜上有名。"
    /// H由甲摘得.
    AwardTakenBy Awards "会上宣读了表彰决定。一等奖由青石镇摘得。"
    /// 甲把H收入囊中.
    AwardTook Awards "会上公布了比赛结果。青石镇把优秀组织奖收入囊中。"
    /// 对甲等14个H予以表扬, 为H颁奖: winners with their honour between 对 and the verb.
    AwardPresented Awards "会议对青石镇等14个先进集体予以表彰。"
    /// 向甲颁发H: winners between 向 and the verb, what was given behind it.
    AwardPresentedWith Awards "与会领导向青石镇颁发“防汛先锋”奖牌。"
    /// 对甲予以通报表扬: the praise itself is the honour where no other is named.
    AwardPraise Awards "会议对水利局、气象台等21个单位予以通报表扬。"
    /// 表彰了H4个: the verb, honours with their winners and numbers.
    AwardAnnounced Awards "会议表彰了先进个人林知远、秦关2人和优秀团队抢修二班。"
    /// 甲等5个H受到表扬, 甲等4个H代表发言: winners with a number that were praised or speak.
    AwardActed Awards "水利局、青石镇4个先进集体代表分别发言。"
    /// 向获得H的甲表示祝贺: what a speech at the meeting tells of its prizes.
    AwardCongratulation Awards "县长林知远指出，今年的成绩来之不易。在此，向获得一等奖的青石镇表示祝贺。"
    /// The winners of an honour that was told without them stand in a later sentence.
    AwardNamedAgain Awards "会上为“十佳工匠”颁了奖。林知远、秦关等十位工匠都来自一线。"
    /// H：甲、乙: a list of winners under the name of its honour.
    AwardListed Awards "会上公布了评比结果。一等奖（2名）：青石镇、平安镇。"
    /// H、H各2名; 一、二、三等奖分别为2名、4名、8名: honours in a row with the number of each.
    AwardEach Awards "会上评出一、二、三等奖分别为2名、4名、8名。"
    /// 甲（H）、乙（H）: each winner with the prize in brackets.
    AwardInBrackets Awards "会上公布了评比结果，获奖者分别是林知远（一等奖）、秦关（二等奖）。"
    /// H代表甲发言: who speaks for the winners of an honour that is told without names.
    AwardRepresented Awards "会上宣读了《关于表彰优秀党务工作者的决定》。优秀党务工作者代表林知远上台发言。"
    /// The name of an honour in a line by itself, and the winners in the next paragraph.
    AwardUnderHeading Awards "会上宣读了表彰决定。\n二、优秀指导教师（2名）\n林知远、秦关\n会议强调，各校要认真学习，确保安全度汛。"
    /// 《关于表彰H的决定》: the title of a decision names an honour, and nothing else does.
    AwardInTitle Awards "会上宣读了《关于表彰防汛先进集体的决定》。"
    /// The number of an honour stands where it is told without its winners.
    AwardNumberElsewhere Awards "会议表彰了先进集体4个。会议授予青石镇“先进集体”称号。"

    // Speakers (src/extract/directives/lead.rs and speech.rs): whose words a sentence is part of.

    /// A clause that ends with a verb of speech opens what is said.
    LeadVerb Directives "县长林知远强调，要压实责任。"
    /// A clause that gives points or demands opens what is said.
    LeadNoun Directives "县长林知远提出三点要求：一是压实责任，二是备足物资，三是加强值守。"
    /// A verb of speech with what is said in the same clause.
    LeadOpen Directives "县长林知远希望大家备足物资。"
    /// 会议同意…，由…: the meeting gives a task.
    LeadMeetingActs Directives "会议同意该办法，由水利局修改后印发。"
    /// Somebody gave a talk, and points follow.
    LeadTalk Directives "县长林知远作总结讲话。一是要压实责任。二是要备足物资。"
    /// Somebody and a colon, or somebody between two parts of their words, without a verb of speech.
    LeadBeforeWords Directives "“堤坝就是防线。”县长林知远开门见山，“各镇要备足物资。”"
    /// The word for a message opens what its writer says.
    LeadMessage Directives "秦关传达了县长林知远的批示：“备足物资，确保安全。”"
    /// Words in quotation marks belong to the one who is named behind them.
    LeadBehindQuote Directives "“各镇要备足物资。”县长林知远说。"
    /// The report is a speech in full, and its head names the speaker.
    SpeechInFull Directives "在全县防汛工作会议上的讲话\n县长 林知远\n（2021年5月6日）\n同志们：\n今天召开这次会议，主要任务是安排部署防汛工作。一要压实责任，确保安全度汛。"

    // Demands (src/extract/directives/demand.rs): what asks in a sentence.

    /// A modal verb: 要, 必须, 应当.
    AskModal Directives "县长林知远指出，各镇要备足物资。"
    /// A ban that closes its clause and holds for all.
    AskBan Directives "县长林知远指出，值守一刻也不能松。"
    /// 谁…谁…, 哪个…就…, 凡…的: what holds for whoever it concerns.
    AskConduct Directives "县长林知远指出，谁的堤段谁看守。"
    /// 希望大家: a plea.
    AskPlea Directives "县长林知远指出，今年雨水偏多。希望大家绷紧防汛这根弦。"
    /// 由…牵头, 各科室负责: somebody is given a task.
    AskTask Directives "县长林知远指出，由水利局牵头，月底前完成普查。"
    /// Behind 要求 and the like all is asked.
    AskVerb Directives "县长林知远要求，各镇当天登记。"
    /// Part of the sentence, behind ；, of something that asks.
    AskParallel Directives "县长林知远指出，要守住底线；物资当天到位。"
    /// A clause begins like a demand: 切实抓好, 认真学习.
    AskUrging Directives "县长林知远强调，切实抓好值守。"
    /// 月底前, 三天内: until when something is to be done, where somebody stresses or after a demand.
    AskTerm Directives "县长林知远强调，水毁路段三天内抢通。"
    /// 总体要求是：坚持…: it says that what is to be done comes next.
    AskAim Directives "县长林知远指出，今年的总体要求是：坚持预防为主，守住安全底线。"
    /// What must not be, where somebody stresses or behind a demand.
    AskForbids Directives "县长林知远指出，要守住底线。值守不能空岗。"

    // Points (src/extract/directives/reader.rs): which lists ask.

    /// One of the points of the list has a modal verb.
    PointAsks Directives "县长林知远指出，一要压实责任，二要备足物资。"
    /// The sentence before says that points follow.
    PointAnnounced Directives "县长林知远要求，抓住三个环节：\n一、压实责任。\n二、备足物资。\n三、加强值守。"
    /// Points right behind 要求, 强调 and the like.
    PointBehindVerb Directives "县长林知远强调，一是压实责任，二是备足物资。"
    /// Points of a point that asks.
    PointNested Directives "县长林知远强调，一、要压实责任。（一）层层签订责任书。（二）人人进岗到位。二、要备足物资。"
    /// Among the headings of a speech in full this one begins like a demand.
    PointHeading Directives "在全县防汛工作会议上的讲话\n县长 林知远\n（2021年5月6日）\n同志们：\n今天召开这次会议，主要任务是安排部署防汛工作。\n一、去年工作回顾\n去年全县安全度汛。\n二、扎实做好今年的工作\n今年雨水偏多。"
}
