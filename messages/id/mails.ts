import type { Messages, Translation } from "../catalog";

export const mails: Translation<Messages["mails"]> = {
  layout: {
    questions:
      "Ada pertanyaan? Tulislah ke <address></address>. Email ini dikirim oleh {company} karena ada permintaan penghapusan data.",
    questionsSignedIn:
      "Ada pertanyaan? Tulis ke <address></address>. Email ini dikirim oleh {company} karena seseorang yang sudah masuk memintanya.",
    questionsInvited:
      "Ada pertanyaan? Tulis ke <address></address>. Email ini dikirim oleh {company} karena alamat ini diundang.",
    questionsOperating:
      "Ada pertanyaan? Tulis ke <address></address>. Email ini dikirim oleh {company} kepada pengelola permintaan penghapusan datanya.",
    questionsAdministering:
      "Ada pertanyaan? Tulis ke <address></address>. Email ini dikirim oleh {company} kepada Anda sebagai pemilik atau admin sebuah ruang kerja.",
    code: "Kode konfirmasi: <id>{code}</id>",
    statusPage: "Status, kapan saja:",
  },
  verify: {
    subject: "Apakah Anda yang meminta data dihapus?",
    preview: "Tidak ada yang dihapus jika Anda tidak melanjutkan.",
    heading: "Apakah ini Anda?",
    asked: {
      workspace:
        "Seseorang memberikan alamat email ini dan meminta {company} menghapus sebuah ruang kerja beserta seluruh isinya.",
      account: "Seseorang memberikan alamat email ini dan meminta {company} menghapus sebuah akun.",
      contact:
        "Seseorang memberikan alamat email ini dan meminta {company} menghapus data seorang pelanggan.",
      meta_user:
        "Seseorang memberikan alamat email ini dan meminta {company} menghapus data yang berasal dari sebuah login Facebook.",
    },
    next: "Jika itu Anda, silakan lanjutkan. Halaman berikutnya menjelaskan apa yang akan terjadi dan bertanya sekali lagi.",
    button: "Lanjutkan",
    valid: "Tautan ini berlaku sekali, selama {span}. Setelah itu Anda dapat meminta yang baru.",
    ignore: "Jika itu bukan Anda, abaikan saja. Maka tidak ada yang dihapus.",
  },
  received: {
    subject: "Permintaan penghapusan data Anda kami terima",
    preview: "Anda mendengar kabar dari kami paling lambat {day}.",
    heading: "Permintaan Anda kami terima",
    asked: {
      workspace: "Pada {day} Anda meminta kami menghapus ruang kerja Anda beserta seluruh isinya.",
      account: "Pada {day} Anda meminta kami menghapus akun Anda.",
      contact: "Pada {day} Anda meminta kami menghapus data seorang pelanggan.",
      meta_user:
        "Pada {day} Anda meminta kami menghapus data yang berasal dari login Facebook Anda.",
    },
    grace:
      "Tidak ada yang dihapus sebelum {day}. Jika Anda berubah pikiran, balas email ini sebelum itu dan sebutkan kode konfirmasinya.",
    graceWithLink:
      "Tidak ada yang dihapus sebelum {day}. Jika Anda berubah pikiran, tarik kembali permintaannya sebelum itu: lewat tautan ini, atau dengan membalas email ini dan menyebutkan kode konfirmasi.",
    takeBack: "Tarik kembali permintaan",
    review: {
      authorisation:
        "Anda meminta untuk orang lain. Mohon balas email ini dengan dokumen yang menunjukkan bahwa Anda boleh bertindak untuknya: seseorang memeriksanya, dan sebelum itu tidak ada yang dihapus.",
      identity:
        "Seseorang memastikan dulu bahwa data itu milik Anda. Sebelum itu tidak ada yang dihapus.",
      forwarding:
        "Data itu milik bisnis yang menulis kepada Anda, jadi seseorang meneruskan permintaan Anda ke sana. Sebelum bisnis itu menjawab, tidak ada yang dihapus.",
    },
    moreProof:
      "Jika kami perlu keterangan tambahan untuk memastikan, kami menulis kepada Anda. Kami tidak pernah meminta kata sandi.",
    due: "Paling lambat {day} penghapusan selesai, atau kami sudah menulis kepada Anda mengapa belum. Bagaimanapun, Anda mendapat email lagi dari kami.",
    codeNote:
      "Kode itu tidak menyebut nama siapa pun. Halamannya menunjukkan sampai di mana prosesnya, dan tidak perlu masuk.",
  },
  question: {
    subject: "Pertanyaan tentang permintaan penghapusan data Anda",
    preview: "Kami memerlukan jawaban Anda untuk melanjutkan.",
    heading: "Kami punya pertanyaan",
    intro: "Sebelum permintaan Anda dilanjutkan, kami perlu tahu lebih banyak dari Anda:",
    button: "Jawab pertanyaan",
    until:
      "Tautan ini berlaku sekali, sampai {day}. Tidak ada yang dihapus sebelum jawaban Anda dibaca.",
    caution: "Kami tidak pernah meminta kata sandi, kode dari SMS, atau uang.",
  },
  extended: {
    subject: "Permintaan penghapusan data Anda perlu waktu lebih lama",
    preview: "Selesai paling lambat {day}.",
    heading: "Kami perlu waktu lebih lama",
    text: "Kami menjanjikan jawaban paling lambat {before}. Sekarang kami perlu waktu sampai {day}, dan tanggal itu hanya sekali ini kami undurkan.",
    whyTitle: "Mengapa",
    reasons: {
      complexity:
        "Permintaan Anda rumit: datanya tersimpan di banyak tempat, dan masing-masing harus diperiksa.",
      number_of_requests:
        "Kami menerima banyak permintaan dan menjawabnya menurut urutan tanggalnya.",
      more_proof_needed:
        "Kami perlu waktu lebih lama untuk memastikan bahwa data itu milik Anda, agar data orang lain tidak ikut terhapus.",
    },
    complain:
      "Jika Anda tidak setuju, tulislah ke <address></address>. Anda juga berhak mengadu ke lembaga pelindungan data di tempat Anda tinggal atau bekerja, dan ke pengadilan.",
  },
  code: {
    preview: "Tidak ada yang terjadi kecuali Anda mengetikkan kodenya.",
    code: "Kode: <id>{code}</id>",
    valid:
      "Kode ini berlaku sekali, selama {span}. Kami tidak pernah memintanya lewat telepon atau email.",
    erase_account: {
      subject: "Kode Anda untuk menghapus akun",
      heading: "Hapus akun Anda?",
      text: "Untuk mengonfirmasi penghapusan akun Anda, ketikkan kode ini di tempat Anda masuk.",
      otherwise:
        "Jika ini bukan Anda, orang lain sedang masuk ke akun Anda. Jangan berikan kodenya kepada siapa pun, dan tulislah kepada kami.",
    },
    change_email: {
      subject: "Kode Anda untuk alamat email baru",
      heading: "Apakah ini alamat baru Anda?",
      text: "Untuk menjadikan ini alamat email akun Anda, ketikkan kode ini di tempat Anda masuk.",
      otherwise: "Jika ini bukan Anda, abaikan saja. Tidak ada yang berubah.",
    },
  },
  invitation: {
    subject: "Anda diundang ke sebuah ruang kerja",
    preview: "Sebuah tim menunggu Anda.",
    heading: "Bergabung dengan {workspace}",
    asked: {
      owner: "{workspace} mengundang Anda bergabung dengan timnya sebagai pemilik.",
      admin: "{workspace} mengundang Anda bergabung dengan timnya sebagai admin.",
      agent: "{workspace} mengundang Anda bergabung dengan timnya sebagai agen.",
    },
    button: "Lihat undangannya",
    valid:
      "Tautan ini berlaku sekali, sampai {day}. Jika Anda tidak tahu apa-apa tentang ini, abaikan saja: Anda tidak mempunyai akun di sini karenanya.",
  },
  export: {
    ready: {
      subject: "Ekspor Anda sudah siap",
      preview: "Dapat diunduh sampai {day}.",
      heading: "Ekspor Anda sudah siap",
      text: "Ekspor yang Anda minta di {workspace} sudah siap. Isinya data pribadi: jagalah secermat ruang kerja itu sendiri.",
      button: "Unduh ekspor",
      valid:
        "Tautan ini berlaku sampai {day}, untuk pemilik dan admin yang sudah masuk. Setelah itu berkasnya dihapus.",
    },
    failed: {
      subject: "Ekspor Anda tidak dapat dibuat",
      preview: "Tidak ada yang diubah atau dihapus.",
      heading: "Ekspor tidak dapat dibuat",
      text: "Ekspor yang Anda minta di {workspace} gagal tiga kali. Tidak ada yang diubah atau dihapus. Anda dapat memulai lagi kapan saja; jika gagal lagi, tulislah kepada kami.",
      button: "Lihat ekspor",
    },
    erasing:
      "Seperti yang Anda minta, ruang kerja dihapus setelahnya. Penghapusan tidak dimulai sebelum {day}, agar ada waktu untuk mengunduh ekspor. Email lain menjelaskan cara membatalkannya.",
    notErasing:
      "Anda juga meminta agar ruang kerja dihapus setelahnya. Penghapusan itu tidak dimulai, dan tidak ada yang dihapus. Buka pengaturan ruang kerja untuk memintanya lagi.",
  },
  due: {
    operators: {
      subject: "{count, plural, other {# permintaan}} penghapusan data jatuh tempo",
      preview: "{count, plural, other {# tenggat}} memerlukan perhatian Anda.",
      heading: "Yang jatuh tempo",
      lines: {
        due: "<id>{code}</id> jatuh tempo pada {day}.",
        late: "<id>{code}</id> jatuh tempo pada {day} dan belum selesai.",
        unanswered:
          "<id>{code}</id>: sebuah bisnis seharusnya menjawab paling lambat {day} dan belum menjawab.",
        unacknowledged:
          "<id>{code}</id>: emailnya seharusnya terkirim paling lambat {day} dan belum terkirim.",
      },
      more: "{count, plural, other {Dan # lagi.}}",
      button: "Buka antrean",
    },
    controllers: {
      subject: "Seorang pelanggan menunggu jawaban Anda",
      heading: "Pelanggan menunggu jawaban Anda",
      asked:
        "{count, plural, other {# pelanggan}} {workspace} meminta data mereka dihapus. Keputusannya ada pada {workspace}: hapus, atau tolak dengan alasan.",
      until: "Mohon jawab paling lambat {day}.",
      late: "Jawaban Anda jatuh tempo pada {day}.",
      button: "Jawab",
    },
  },
  completed: {
    subject: "Data Anda sudah dihapus",
    subjectWithKept: "Data Anda sudah dihapus, dan apa yang wajib disimpan",
    preview: "Tidak ada yang disimpan.",
    previewWithKept: "Apa yang dihapus, apa yang disimpan, dan mengapa.",
    heading: "Sudah dihapus",
    done: {
      workspace: "Pada {day} kami selesai menghapus ruang kerja Anda dan seluruh isinya.",
      account: "Pada {day} kami selesai menghapus akun Anda.",
      contact: "Pada {day} kami selesai menghapus data yang Anda minta.",
      meta_user: "Pada {day} kami selesai menghapus data yang berasal dari login Facebook Anda.",
    },
    searched:
      "Sesudahnya kami mencari jejaknya di data yang tersisa dan tidak menemukan apa-apa. Yang sudah dihapus tidak dapat dikembalikan.",
    nothingKept: "Tidak ada yang disimpan.",
    exceptKept: "Yang disimpan hanya yang tercantum di bawah.",
    keptTitle: "Apa yang kami simpan, dan mengapa",
    keptUntil: "Disimpan sampai {day}, lalu dihapus.",
    keptEndlessly: "Disimpan selama alasan ini berlaku.",
    backups:
      "Cadangan terenkripsi disimpan untuk beberapa waktu, dan hanya dipakai untuk memperbaiki layanan. Cadangan terakhir yang memuat salinannya ditimpa paling lambat {day}.",
    last: "Ini email terakhir kami tentang permintaan ini. Setelah mengirimnya, alamat Anda kami hapus dari permintaan, jadi mohon simpan kodenya jika mungkin Anda perlukan.",
  },
  refused: {
    subject: "Permintaan penghapusan data Anda tidak dapat dijalankan",
    preview: "Mengapa, dan apa yang dapat Anda lakukan.",
    heading: "Kami tidak dapat menghapus ini",
    closed: "Permintaan Anda sudah ditutup, dan tidak ada yang dihapus karenanya.",
    whyTitle: "Mengapa",
    nextTitle: "Yang dapat Anda lakukan",
    reasons: {
      no_matching_data: {
        reason: "Kami sudah mencari, dan tidak menyimpan data yang cocok dengan permintaan ini.",
        next: "Jika Anda memakai alamat email atau nomor telepon lain pada kami, mintalah lagi dan sebutkan yang itu.",
      },
      not_authorised: {
        reason:
          "Hanya orang yang memiliki atau mengelola data ini yang dapat meminta semuanya dihapus.",
        next: "Pemilik atau admin ruang kerja dapat memintanya, di pengaturannya atau di halaman penghapusan data.",
      },
      identity_not_verified: {
        reason:
          "Kami tidak dapat memastikan bahwa permintaan itu datang dari orang yang datanya dimaksud, atau dari orang yang boleh bertindak untuknya.",
        next: "Anda dapat meminta lagi kapan saja. Untuk bertindak bagi orang lain, kirimkan bukti bahwa Anda boleh melakukannya.",
      },
      sole_owner: {
        reason:
          "Akun ini satu-satunya pemilik sebuah ruang kerja. Jika dihapus, ruang kerja itu dan orang-orang di dalamnya tidak punya pemilik lagi.",
        next: "Serahkan ruang kerja itu kepada orang lain, atau hapus dulu ruang kerjanya. Lalu mintalah lagi.",
      },
      ask_the_controller: {
        reason:
          "Data itu milik bisnis yang memakai layanan kami. Kami menyimpannya atas nama bisnis itu, dan merekalah yang memutuskan.",
        next: "Mohon minta kepada bisnis yang menulis kepada Anda. Jika mereka menghapus data Anda, data itu terhapus di sini juga.",
      },
      legal_obligation: {
        reason:
          "Untuk saat ini undang-undang mewajibkan kami menyimpan data ini (GDPR Pasal 17(3)(b)).",
        next: "Setelah kewajiban itu berakhir, Anda dapat meminta lagi.",
      },
      legal_claims: {
        reason:
          "Data ini diperlukan untuk mengajukan, menjalankan, atau membela tuntutan hukum (GDPR Pasal 17(3)(e)).",
        next: "Setelah perkara itu selesai, Anda dapat meminta lagi.",
      },
    },
    complain:
      "Jika menurut Anda kami keliru, tulislah ke <address></address> dan seseorang akan memeriksanya lagi. Anda juga berhak mengadu ke lembaga pelindungan data di tempat Anda tinggal atau bekerja, dan ke pengadilan.",
    last: "Ini email terakhir kami tentang permintaan ini. Setelah mengirimnya, alamat Anda kami hapus dari permintaan.",
  },
};
