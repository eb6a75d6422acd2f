export type Language = "en" | "es" | "ar" | "he" | "hi" | "zh" | "pt";

export type NameList = {
  language: Language;
  /** For mail addresses, which stay in ASCII. */
  mailName: string;
  given: readonly string[];
  family: readonly string[];
  /** Chinese, Japanese and Korean names put the family first, without a space. */
  order: "given family" | "familygiven";
  streets: readonly string[];
};

/** Names in the scripts that customers of a small business write them in. */
export const nameLists: readonly NameList[] = [
  {
    language: "en",
    mailName: "sam",
    given: ["Grace", "Tobias", "Siobhán", "Amélie", "Kwame", "Ingrid", "Zoë", "Darius", "Nia"],
    family: ["O’Connor", "Lindqvist", "Müller-Straßer", "Okafor", "Brontë", "Fitzgerald", "Nowak"],
    order: "given family",
    streets: ["14 Harbour Lane", "Flat 3, 27 Alder Road", "8 Mill Bridge Close"],
  },
  {
    language: "es",
    mailName: "lucia",
    given: ["Lucía", "Íñigo", "María José", "Begoña", "Joaquín", "Ximena", "Andrés"],
    family: ["Núñez Ibáñez", "Peña", "García Márquez", "Echeverría", "Castaño", "Güell i Puig"],
    order: "given family",
    streets: ["Calle del Olmo 12, 3.º B", "Avenida de los Tilos 48", "Plaza Mayor 2"],
  },
  {
    language: "ar",
    mailName: "layla",
    given: ["ليلى", "عبد الرحمن", "نور", "يوسف", "فاطمة الزهراء", "خالد", "مريم"],
    family: ["الحداد", "بن يوسف", "القحطاني", "المصري", "الخوري", "أبو زيد"],
    order: "given family",
    streets: ["شارع الياسمين ١٢، الطابق ٣", "حي النخيل، بناية ٧", "طريق الميناء ٤٥"],
  },
  {
    language: "he",
    mailName: "noa",
    given: ["נועה", "יצחק", "תמר", "אביגיל", "דוד", "שִׁירָה"],
    family: ["בן־דוד", "לוי", "אברהמי", "כהן", "שפירא"],
    order: "given family",
    streets: ["רחוב הדקל 9, דירה 4", "שדרות האלון 31"],
  },
  {
    language: "hi",
    mailName: "anjali",
    given: ["अंजलि", "विक्रम", "प्रियंका", "रोहित", "सुनीता", "अर्जुन"],
    family: ["शर्मा", "कुलकर्णी", "चौधरी", "अय्यर", "त्रिपाठी"],
    order: "given family",
    streets: ["१२, गुलाब मार्ग, दूसरी मंज़िल", "४५/ब, नीम चौक"],
  },
  {
    language: "zh",
    mailName: "xiaoming",
    given: ["小明", "美玲", "子軒", "雨桐", "建國", "𠮷彦"],
    family: ["王", "歐陽", "李", "司馬", "陳"],
    order: "familygiven",
    streets: ["柳樹街 18 號 5 樓", "湖濱路 66 弄 2 號"],
  },
  {
    language: "pt",
    mailName: "joao",
    given: ["João", "Conceição", "Tomé", "Lourdes", "Inês 🌻", "Caê"],
    family: ["da Conceição Araújo", "Simões", "Falcão", "Brandão de Sá"],
    order: "given family",
    streets: ["Rua das Laranjeiras, 210, ap. 31", "Travessa do Sol, 4"],
  },
  {
    language: "en",
    mailName: "aiko",
    given: ["愛子", "さくら", "健太", "ゆうき"],
    family: ["佐藤", "長谷川", "小鳥遊"],
    order: "familygiven",
    streets: ["桜町 2-14-7 みどり荘 203", "海岸通り 5-1"],
  },
  {
    language: "en",
    mailName: "oksana",
    given: ["Оксана", "Дмитро", "Соломія", "Ξένια", "ნინო", "สมหญิง"],
    family: ["Шевчук", "Ковальчук-Бондаренко", "Παπαδοπούλου", "บุญมี"],
    order: "given family",
    streets: ["вул. Липова 7, кв. 15", "Οδός Ελιάς 22"],
  },
];

/** Names that break layouts and parsers: very long, very short, with quotes, emoji and slashes. */
export const awkwardNames: readonly string[] = [
  "María del Carmen Guadalupe Hernández de la Torre y Villaseñor Fernández-Cuesta Montemayor",
  "Wolfeschlegelsteinhausenbergerdorff-Schloßbergenhäuser, Freifrau von und zu",
  "李",
  'Bj\\örn "Tab\tBär" O\'Neil',
  "👩🏽‍🍳 Chef Amara 🧑‍🤝‍🧑",
  "null",
  "محمد Smith שמואל",
];
