import type { Messages, Translation } from "../catalog";

export const verification: Translation<Messages["verification"]> = {
  title: "Verifikasi permintaan Anda",
  valid: {
    heading: "Apakah ini Anda?",
    intro: "Seseorang, kemungkinan besar Anda, meminta penghapusan dengan alamat email ini.",
    subjects: {
      workspace:
        "Jika Anda lanjutkan, kami memeriksa bahwa alamat ini milik pemilik atau admin ruang kerja itu. Jika benar, seluruh ruang kerja dihapus: kontak, percakapan, berkas, semuanya.",
      account:
        "Jika Anda lanjutkan, akun dengan alamat ini dihapus, beserta data masuk dan jejak pribadinya.",
      meta_user:
        "Jika Anda lanjutkan, data yang berasal dari login Facebook Anda dihapus, beserta akses yang diberikannya kepada kami. Jika akun pemilik login itu beralamat lain dari ini, seseorang memeriksa permintaan Anda dulu.",
    },
    customer: {
      ask_the_business:
        "Jika Anda lanjutkan, alamat Anda terverifikasi. Data seorang pelanggan milik bisnis yang menulis kepada Anda, jadi kami terpaksa meminta Anda menghubungi bisnis itu.",
      answered:
        "Jika Anda lanjutkan, alamat Anda terverifikasi dan seseorang mencari data yang milik Anda. Mungkin kami meminta bukti tambahan, supaya data orang lain tidak ikut terhapus.",
      forwarded:
        "Jika Anda lanjutkan, alamat Anda terverifikasi dan seseorang meneruskan permintaan Anda ke bisnis yang menulis kepada Anda.",
    },
    reviewed:
      "Jika Anda lanjutkan, seseorang memeriksa dulu apakah Anda boleh meminta ini, dan mungkin menulis kepada Anda. Sebelum itu tidak ada yang dihapus.",
    final: "Penghapusan tidak dapat dibatalkan.",
    button: "Ya, lanjutkan permintaan saya",
    sending: "Sebentar",
    ignore:
      "Jika ini bukan Anda, tutup halaman ini. Tanpa konfirmasi Anda tidak ada yang terjadi. Tautan ini dapat dipakai sampai <time></time>.",
  },
  used: {
    heading: "Tautan ini sudah dipakai",
    text: "Permintaan Anda sudah terverifikasi dengannya; tautan hanya berlaku sekali. Lihat di sini sampai di mana prosesnya.",
    button: "Lihat statusnya",
  },
  expired: {
    heading: "Tautan ini sudah tidak berlaku",
    text: "Tautan hanya berlaku sebentar, supaya email lama di tangan yang salah tidak berbahaya. Kami dapat mengirim yang baru ke alamat yang sama.",
    button: "Kirim tautan baru",
    sending: "Mengirim",
  },
  resent: {
    heading: "Tautan baru sedang dikirim",
    text: "Jika permintaannya masih terbuka, tautan baru sedang dikirim ke alamat yang meminta. Buka dalam waktu {span}.",
    missing:
      "Jika tidak ada yang datang, permintaannya sudah ditutup. Mintalah lagi lewat formulir.",
    button: "Kembali ke formulir",
  },
  unknown: {
    heading: "Tautan ini tidak berfungsi",
    text: "Mungkin tautannya tidak lengkap: beberapa program email memotong tautan panjang. Buka sekali lagi dari emailnya, atau salin seluruhnya ke bilah alamat.",
    again: "Jika itu tidak membantu, mintalah lagi; tautan baru hanya perlu semenit.",
    button: "Minta lagi",
  },
};
