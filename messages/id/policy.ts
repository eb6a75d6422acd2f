import type { Messages, Translation } from "../catalog";

export const policy: Translation<Messages["policy"]> = {
  page: {
    title: "Penghapusan data",
    description:
      "Cara meminta data Anda dihapus di {company}: apa yang dihapus, apa yang disimpan dan mengapa, berapa lama, dan bagaimana memintanya.",
    eyebrow: "{company} · Penghapusan data",
    heading: "Ambil kembali data Anda",
    lead: "Cara meminta {company} menghapus data yang disimpannya, apa saja yang hilang karenanya, dan sedikit yang tetap tinggal. Perangkat lunak yang menghapus bekerja dari daftar yang sama dengan halaman ini, jadi keduanya tidak mungkin berbeda.",
    updated: "Terakhir diperbarui",
    version: "Versi",
    askButton: "Minta penghapusan",
    contentsLabel: "Di halaman ini",
  },
  ask: {
    title: "Cara meminta",
    intro:
      "Cara tercepat bergantung pada siapa Anda. Semuanya gratis, dan Anda tidak perlu punya akun untuk meminta.",
    admin: {
      title: "Anda pemilik atau admin sebuah ruang kerja",
      text: "Hapus sendiri. Penghapusan dimulai {start}.",
      startsAtOnce: "saat itu juga",
      startsAfter: "setelah {span}; sebelum itu, tulislah kepada kami jika Anda berubah pikiran",
      steps: {
        open: "Masuk, buka “Settings”, lalu “General”.",
        choose:
          "Di bagian bawah, pilih “Delete workspace”. Anda melihat, baris demi baris, apa yang akan dihapus dan apa yang disimpan.",
        type: "Ketik slug ruang kerja, yaitu nama pendek di alamatnya, lalu konfirmasikan.",
      },
      onRequest:
        "Mintalah kepada kami dari alamat pemilik atau admin, dan sebutkan slug ruang kerjanya: nama pendek di alamatnya. Kami memastikan bahwa alamat itu memang milik salah satu dari mereka.",
    },
    contact: {
      title: "Anda ingin satu pelanggan dihapus, bukan seluruh ruang kerja",
      text: "Tulislah kepada kami dari alamat pemilik atau admin, dan sebutkan slug ruang kerjanya. Kami menyepakati cara yang aman untuk memberi tahu kontak mana yang dimaksud. Percakapan, media, pesanan, dan persetujuan orang itu ikut dihapus bersama kontaknya.",
      selfService:
        "Buka “Contacts”, pilih orangnya, lalu pilih “Delete”. Percakapan, media, pesanan, dan persetujuannya ikut dihapus.",
    },
    account: {
      title: "Anda punya akun di sini",
      selfService:
        "Masuk, buka akun Anda, lalu pilih “Delete”. Kata sandi Anda menjadi konfirmasinya.",
      form: "Pakai formulir dan pilih “{choice}”.",
      email: "Tulislah kepada kami dari alamat akun itu.",
      soleOwner:
        "Jika Anda satu-satunya pemilik sebuah ruang kerja, serahkan dulu kepada orang lain atau hapus dulu ruang kerjanya: kalau tidak, rekan Anda tidak bisa masuk lagi.",
    },
    form: {
      title: "Anda tidak bisa masuk, atau tidak punya akun",
      text: "Pakai formulir. Kami mengirim tautan ke alamat Anda; buka dalam waktu {span} dan konfirmasikan. Sebelum itu, tidak ada yang terjadi.",
      asks: "Selain alamat Anda, formulir menanyakan: {details}.",
      link: "Ke formulir",
    },
    email: {
      title: "Anda lebih suka menulis email",
      text: "Kirim pesan dari alamat yang terkait dengan data itu. Sebutkan siapa Anda, ruang kerja atau bisnis mana yang dimaksud, dan apa yang ingin dihapus. Mohon jangan kirim kata sandi atau salinan kartu identitas.",
      subject: "Tulis sebagai subjek: <q>{subject}</q>.",
      asks: "Mohon sertakan: {details}.",
    },
    details: {
      businessName: "nama bisnis Anda",
      fullName: "nama Anda",
      whatsappNumber: "nomor WhatsApp yang dimaksud",
      organization: "organisasi yang menyimpan datanya",
      metaBusinessAccountId: "ID akun bisnis Meta Anda",
      metaUserId: "ID pengguna Meta Anda, jika ini soal login Facebook",
      description: "apa yang harus dihapus, secara singkat",
    },
    proof: {
      title: "Yang kami periksa dulu",
      address:
        "Siapa pun yang meminta membuktikan bahwa alamat email itu miliknya, lewat tautan yang kami kirim.",
      workspaceAdmin:
        "Ruang kerja hanya dihapus atas permintaan pemilik dan adminnya, dari alamat yang mereka pakai untuk masuk.",
      reviewed: "Setiap permintaan diperiksa oleh seseorang sebelum dijalankan.",
      representative:
        "Siapa yang meminta untuk orang lain mengirimkan dokumen yang menunjukkan bahwa ia berwenang. Seseorang memeriksanya.",
      mayAskForMore:
        "Jika itu belum cukup untuk memastikan, kami meminta bukti tambahan, dan tidak lebih dari yang diperlukan.",
    },
    meta: {
      title: "Anda masuk dengan Facebook",
      steps: {
        open: "Di Facebook, buka “Pengaturan & privasi”, lalu “Pengaturan”, lalu “Aplikasi dan Situs Web”.",
        remove: "Cari {company} di daftar itu dan pilih “Hapus”.",
        accept:
          "Jika Facebook menawarkan untuk meminta kami menghapus data Anda juga, terimalah. Facebook menampilkan kode konfirmasi dan alamat halaman status di sini.",
      },
      separate:
        "Menghapus aplikasi mengakhiri akses kami: token yang diberikannya dimusnahkan. Data yang sudah kami simpan tidak ikut terhapus. Untuk itu perlu permintaan tersendiri, dengan salah satu cara di halaman ini.",
      byId: "Anda juga dapat menyebutkan ID pengguna Meta Anda di formulir. Kami memeriksa bahwa login itu milik Anda.",
      disconnects:
        "Menghapus aplikasi saja hanya mengakhiri akses kami: token yang diberikannya dimusnahkan. Data yang sudah kami simpan tidak ikut terhapus. Untuk itu, jalankan langkah terakhir atau pakai formulir.",
      opens_deletion:
        "Menghapus aplikasi mengakhiri akses kami, dan kami menganggapnya sebagai permintaan untuk menghapus data yang berasal dari login Facebook Anda.",
    },
    customer: {
      title: "Sebuah bisnis menulis kepada Anda lewat {company}",
      ask_the_business:
        "Mintalah kepada bisnis itu. Bisnis itulah yang menentukan apa yang disimpan tentang Anda (undang-undang menyebutnya pengendali data), dan {company} hanya menyimpannya atas namanya. Bisnis itu dapat meminta data Anda dihapus di sini. Jika Anda meminta kepada kami, kami terpaksa mengarahkan Anda ke sana.",
      answered:
        "Anda dapat meminta kepada bisnis itu, yang menentukan apa yang disimpan tentang Anda (undang-undang menyebutnya pengendali data), atau kepada kami, dan kami menjawab atas namanya. {company} memastikan dulu bahwa data itu milik Anda.",
      forwarded:
        "Sebaiknya minta kepada bisnis itu. Bisnis itulah yang menentukan apa yang disimpan tentang Anda (undang-undang menyebutnya pengendali data), dan {company} hanya menyimpannya atas namanya. Jika Anda meminta kepada kami lewat formulir, permintaan Anda kami teruskan ke sana.",
    },
  },
  erased: {
    title: "Apa yang dihapus",
    intro: "Itu bergantung pada apa yang diminta.",
    subjects: {
      workspace: {
        title: "Sebuah ruang kerja",
        text: "Semua yang ada di dalamnya, untuk setiap anggota dan setiap pelanggannya.",
      },
      account: {
        title: "Sebuah akun",
        text: "Data masuk dan jejak pribadi orang itu. Yang ditulisnya untuk sebuah bisnis tetap milik bisnis itu, tanpa namanya.",
      },
      contact: {
        title: "Satu pelanggan sebuah bisnis",
        text: "Semua yang disimpan satu ruang kerja tentang orang itu.",
      },
      meta_user: {
        title: "Sebuah login Facebook",
        text: "Data yang sampai kepada kami lewat login itu, dan akses yang diberikannya.",
      },
    },
    members:
      "Anggota yang tidak punya ruang kerja lain kehilangan akunnya juga; yang lain tetap memilikinya.",
    blanked: "Tetap ada, tetapi tanpa orang itu di dalamnya: {categories}.",
    final:
      "Dihapus berarti dikeluarkan dari basis data yang dipakai, bukan disembunyikan. Sebelum permintaan dinyatakan selesai, kami memeriksa semua tabel sekali lagi, kalau-kalau masih ada yang tertinggal.",
  },
  retained: {
    title: "Apa yang disimpan, dan mengapa",
    intro: "Beberapa catatan tetap ada setelah penghapusan. Masing-masing ada alasan dan akhirnya.",
    none: "Tidak ada yang disimpan.",
    reason: "Mengapa",
    basis: "Dasar hukum",
    appliesTo: "Setelah menghapus",
    subjects: {
      workspace: "sebuah ruang kerja",
      account: "sebuah akun",
      contact: "satu pelanggan",
      meta_user: "sebuah login Facebook",
    },
    again:
      "Jika sistem lain yang pernah menerima data tidak menghapusnya saat diminta, yang diperlukan untuk meminta lagi (akses ke sistem itu, serta ID atau alamat yang bersangkutan) disimpan tersegel paling lama {span}. Tanda terima permintaan menyebutkannya.",
    hold: "Jika {grounds} melarang penghapusan, permintaan menunggu. Halaman statusnya mengatakannya, dan permintaan berjalan lagi dengan sendirinya begitu kewajiban itu berakhir.",
    holds: {
      court_order: "perintah pengadilan atau lembaga berwenang",
      dispute: "tuntutan hukum yang sedang berjalan",
      investigation: "penyelidikan yang sedang berlangsung",
      none: "hukum",
    },
  },
  time: {
    title: "Berapa lama",
    acknowledge: {
      term: "Kami mengonfirmasi penerimaan",
      value: "dalam waktu {span}",
      atOnce: "saat itu juga",
    },
    complete: {
      term: "Kami menyelesaikannya",
      receipt: "dalam waktu {span} sejak permintaan Anda diterima",
      verification: "dalam waktu {span} sejak permintaan Anda terverifikasi",
    },
    extension: {
      term: "Jika kami perlu bukti tambahan",
      value: "paling lama {span} lagi; kami menulis alasannya kepada Anda sebelum batas pertama",
    },
    grace: {
      term: "Waktu untuk berubah pikiran",
      none: "Tidak ada: penghapusan yang sudah dikonfirmasi langsung dimulai dan tidak dapat dibatalkan",
      some: "{span}: sebelum itu, tulislah kepada kami dengan kode konfirmasi. Setelahnya tidak dapat dibatalkan",
    },
    link: { term: "Tautan yang kami kirim berlaku", value: "selama {span}" },
    backups: {
      term: "Cadangan",
      value:
        "Salinan terenkripsi ditimpa dalam waktu {span}. Sampai saat itu, salinan tidak dipakai untuk hal lain.",
    },
    confirmed: {
      term: "Kami mengonfirmasi bahwa semuanya selesai",
      backups: "setelah data juga hilang dari cadangan",
    },
    confirmation:
      "Setiap permintaan punya kode konfirmasi dan halaman status yang menunjukkan sampai di mana prosesnya, tanpa menyebut nama siapa pun. Jika kami punya alamat email untuk permintaan itu, kami juga menulis saat sudah selesai. Jika kami perlu waktu lebih lama, atau harus menolak, Anda diberi tahu alasannya.",
  },
  rights: {
    title: "Hak Anda",
    laws: "Kami mengikuti {laws}, dan memperlakukan setiap permintaan sama, di mana pun Anda tinggal.",
    noLaws: "Kami memperlakukan setiap permintaan sama, di mana pun Anda tinggal.",
    complain:
      "Jika menurut Anda kami keliru, tulislah dulu kepada kami supaya kami dapat memperbaikinya. Anda juga dapat mengadu ke lembaga pelindungan data atau ke pengadilan kapan saja.",
    affiliation:
      "{company} bukan bagian dari Meta, dan Meta tidak menulis atau menyetujui halaman ini. Menghapus data di sini tidak menghapus apa pun di WhatsApp, Facebook, atau Instagram, dan tidak pula di ponsel orang yang Anda kirimi pesan; untuk itu, mintalah kepada mereka. Facebook, Instagram, Messenger, dan WhatsApp adalah merek dagang Meta.",
  },
  contact: {
    title: "Kontak",
    email: "Email",
    requests: "Permintaan",
    phone: "Telepon",
    address: "Alamat",
    website: "Situs web",
  },
};
