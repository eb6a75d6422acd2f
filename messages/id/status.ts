import type { Messages, Translation } from "../catalog";

export const status: Translation<Messages["status"]> = {
  title: "Status permintaan penghapusan",
  states: {
    unverified: {
      label: "Diterima",
      heading: "Menunggu Anda memverifikasi alamat Anda",
      text: "Kami mengirim tautan ke alamat yang diberikan. Buka dan konfirmasikan; sebelum itu tidak ada yang dihapus.",
    },
    verified: {
      label: "Terverifikasi",
      heading: "Permintaan Anda terverifikasi",
      text: "Penghapusan segera diatur. Anda tidak perlu melakukan apa-apa.",
    },
    in_review: {
      label: "Diperiksa",
      heading: "Seseorang sedang memeriksa permintaan Anda",
      text: "Kami memeriksa apakah permintaan ini boleh dijalankan, dan mungkin menulis kepada Anda untuk bertanya. Sebelum itu jelas, tidak ada yang dihapus.",
    },
    scheduled: {
      label: "Dijadwalkan",
      heading: "Penghapusan sudah dijadwalkan",
      text: "Sudah dalam antrean dan dimulai dengan sendirinya.",
    },
    on_hold: {
      label: "Ditahan",
      heading: "Penghapusan harus menunggu",
      text: "Untuk saat ini kewajiban hukum melarang penghapusan. Permintaan Anda tetap terbuka dan berjalan lagi dengan sendirinya begitu kewajiban itu berakhir; Anda tidak perlu meminta lagi.",
    },
    purging: {
      label: "Menghapus",
      heading: "Penghapusan sedang berjalan",
      text: "Anda boleh menutup halaman ini; pekerjaan terus berjalan tanpanya.",
    },
    verifying: {
      label: "Memeriksa",
      heading: "Memeriksa bahwa tidak ada yang tertinggal",
      text: "Penghapusan sudah dijalankan. Sekarang kami mencari di setiap tabel sekali lagi, kalau-kalau masih ada yang tersisa.",
    },
    completed: {
      label: "Selesai",
      heading: "Sudah dihapus",
      text: "Semua yang dimaksud permintaan ini sudah hilang, dan pencarian sesudahnya tidak menemukan apa-apa lagi.",
    },
    completed_with_retentions: {
      label: "Selesai, dengan pengecualian",
      heading: "Dihapus, kecuali yang wajib disimpan",
      text: "Semua yang lain sudah hilang, dan pencarian sesudahnya tidak menemukan sisanya. Apa yang tetap ada, mengapa, dan sampai kapan, tercantum di bawah.",
    },
    failed: {
      label: "Terhenti",
      heading: "Penghapusan belum selesai",
      text: "Ada yang tidak beres di pihak kami, dan sebagian data mungkin masih ada. Kami tahu itu dan akan melanjutkannya. Halaman ini tidak akan menyatakan selesai sebelum itu benar.",
    },
    refused: {
      label: "Ditolak",
      heading: "Kami tidak dapat menjalankan permintaan ini",
      text: "Tidak ada yang dihapus.",
    },
    cancelled: {
      label: "Dibatalkan",
      heading: "Permintaan ini dibatalkan",
      text: "Tidak ada yang dihapus. Anda dapat meminta lagi kapan saja.",
    },
    expired: {
      label: "Kedaluwarsa",
      heading: "Permintaan ini sudah kedaluwarsa",
      text: "Tidak ada yang mengonfirmasinya tepat waktu, jadi tidak ada yang dihapus. Anda dapat meminta lagi kapan saja.",
    },
  },
  refusals: {
    no_matching_data:
      "Kami tidak menemukan data yang cocok dengan permintaan ini. Jika Anda memakai alamat lain pada kami, mintalah lagi dari alamat itu.",
    not_authorised:
      "Alamat yang terverifikasi tidak boleh meminta ini. Ruang kerja dapat dihapus oleh pemilik atau adminnya; mintalah kepada salah satu dari mereka, atau mintalah lagi dari alamat yang Anda pakai untuk masuk.",
    identity_not_verified:
      "Kami tidak dapat memastikan bahwa data itu milik Anda. Mintalah lagi, atau tulislah kepada kami dan kita cari jalannya bersama.",
    sole_owner:
      "Anda satu-satunya pemilik ruang kerja yang juga dipakai orang lain. Serahkan dulu kepada seseorang, atau hapus ruang kerjanya, lalu mintalah lagi.",
    ask_the_controller:
      "Data itu milik bisnis yang menulis kepada Anda, dan hanya bisnis itu yang boleh memutuskan. Mohon minta kepada bisnis itu; mereka dapat meminta data itu dihapus di sini.",
    legal_obligation:
      "Untuk saat ini undang-undang mewajibkan kami menyimpan data ini (GDPR Pasal 17(3)(b)). Mintalah lagi setelah masa itu berakhir.",
    legal_claims:
      "Data ini diperlukan untuk mengajukan atau membela tuntutan hukum (GDPR Pasal 17(3)(e)). Mintalah lagi setelah perkara itu selesai.",
  },
  subjects: {
    workspace: "Sebuah ruang kerja",
    account: "Sebuah akun",
    contact: "Yang disimpan sebuah bisnis tentang satu orang",
    meta_user: "Yang berasal dari sebuah login Facebook",
  },
  scheduledFor:
    "Penghapusan dimulai pada <time></time>. Jika tidak jadi, tulislah ke <id>{email}</id> sebelum itu dan sebutkan kode konfirmasinya.",
  complain:
    "Anda dapat berkeberatan: tulislah ke <id>{email}</id> dan sebutkan kode konfirmasinya. Anda juga dapat mengadu ke lembaga pelindungan data, atau ke pengadilan.",
  code: {
    label: "Kode konfirmasi",
    hint: "Simpan kode ini. Siapa pun yang memilikinya dapat melihat halaman ini; halaman ini tidak menyebut nama siapa pun.",
    copy: "Salin",
    copied: "Tersalin",
  },
  facts: {
    title: "Ringkasan",
    subject: "Yang akan dihapus",
    received: "Diterima",
    acknowledgeBy: "Penerimaan dikonfirmasi paling lambat",
    verified: "Terverifikasi",
    purgeAfter: "Penghapusan dimulai",
    dueAt: "Selesai paling lambat",
    extendedFrom: "Dijanjikan semula",
    extendedBecause: "Mengapa lebih lama",
    closed: "Ditutup",
    backupsGoneBy: "Cadangan terhapus paling lambat",
    backupsGoneAt: "Hilang dari semua cadangan",
    files: "Berkas",
    filesOf: "{done, number} dari {planned, number}",
    policyVersion: "Menurut kebijakan versi",
  },
  extensions: {
    complexity: "Permintaan ini rumit: datanya tersimpan di banyak tempat.",
    number_of_requests: "Kami menerima banyak permintaan.",
    more_proof_needed: "Kami perlu waktu lebih lama untuk memastikan bahwa data itu milik Anda.",
  },
  progress: {
    title: "Kemajuan",
    overall: "Semua catatan",
    valueText: "{done, number} dari {planned, plural, other {# catatan}}",
    finishedTitle: "Apa yang dihapus",
    category: "Kategori",
    rows: "Catatan",
    empty: "Tidak ada yang tersimpan, jadi tidak ada yang perlu dihapus.",
    total: "Jumlah",
  },
  retained: {
    title: "Apa yang disimpan",
    rows: "Catatan",
    reason: "Mengapa",
    basis: "Dasar hukum",
    until: "Sampai",
    endless: "Sampai alasannya berakhir",
  },
  timeline: {
    title: "Apa yang sudah terjadi",
    dueBy: "Paling lambat <time></time>",
  },
  live: {
    follows: "Halaman ini memperbarui diri sendiri.",
    unreachable: "Saat ini kami tidak dapat dihubungi. Sedang mencoba lagi.",
    reload: "Muat ulang halaman ini",
    announceShare: "{percent, number} persen sudah dihapus.",
  },
};
