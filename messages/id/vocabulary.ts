import type { Messages, Translation } from "../catalog";

export const vocabulary: Translation<Messages["vocabulary"]> = {
  categories: {
    account: {
      title: "Akun",
      contents: "Nama, alamat email, hash kata sandi, sesi, dan kaitan ke login Meta.",
    },
    workspace: {
      title: "Ruang kerja",
      contents: "Nama dan alamatnya, data bisnis, pengaturan, dan kunci enkripsi.",
    },
    team: {
      title: "Tim",
      contents: "Siapa anggota ruang kerja itu atau diundang ke sana, dan apa perannya.",
    },
    channels: {
      title: "Saluran dan token akses",
      contents:
        "Sambungan WhatsApp, Instagram, Messenger, dan Telegram, ID akun dan nomor telepon, serta token terenkripsi untuk memakainya.",
    },
    contacts: {
      title: "Kontak",
      contents:
        "Nama, nomor telepon, alamat email, tahap pelanggan, tag, segmen, dan atribut khusus.",
    },
    messages: {
      title: "Percakapan dan pesan",
      contents:
        "Pesan masuk dan keluar, reaksi, templat yang terkirim, waktu, dan status pengiriman.",
    },
    media: { title: "Media", contents: "Foto, pesan suara, video, dan dokumen." },
    campaigns: {
      title: "Kampanye",
      contents: "Templat pesan, kampanye, dan kepada siapa kampanye dikirim.",
    },
    automations: { title: "Otomatisasi", contents: "Aturan, dan setiap kali aturan dijalankan." },
    orders: {
      title: "Pesanan",
      contents: "Pesanan, rinciannya, alamat, dan siklus pemesanan ulang.",
    },
    ai: {
      title: "Catatan AI",
      contents:
        "Perintah, jawaban, pasangan keduanya yang tersimpan sementara, dan berkas yang diberikan kepada penyedia AI.",
    },
    integrations: {
      title: "Integrasi",
      contents: "Pengaturan dan rahasia sistem yang tersambung, serta token API.",
    },
    consent: {
      title: "Persetujuan",
      contents: "Apa yang disetujui atau dicabut, kapan, dan bagaimana.",
    },
    suppression: {
      title: "Permintaan berhenti",
      contents:
        "Hash berkunci dari alamat yang minta tidak dikirimi pesan lagi. Tidak menyebut nama siapa pun.",
    },
    activity: {
      title: "Aktivitas dan jejak",
      contents: "Log aktivitas, alamat IP, dan rekaman pertukaran data dengan penyedia.",
    },
    audit: {
      title: "Log audit",
      contents:
        "Waktu, tindakan, dan jenis pelakunya. Siapa orangnya, dari mana, dan rinciannya dihilangkan.",
    },
    invoices: {
      title: "Faktur",
      contents: "Nomor, tanggal, barang, jumlah, dan pajak. Nama dan alamat orangnya dihilangkan.",
    },
    requests: {
      title: "Catatan permintaan",
      contents:
        "Kapan penghapusan diminta dan dijalankan, dengan hash berkunci sebagai pengganti identitas.",
    },
  },
  retentions: {
    audit_log: "Log audit",
    invoices: "Faktur",
    suppression: "Permintaan berhenti",
    request_ledger: "Catatan permintaan",
  },
  grounds: {
    security: {
      reason: "Untuk mengenali dan membuktikan penyalahgunaan layanan.",
      basis: "Kepentingan sah atas keamanan (GDPR Pasal 6(1)(f), pertimbangan 49)",
    },
    fraud_prevention: {
      reason: "Untuk mengenali penipuan dan penyalahgunaan, dan mencegahnya terulang.",
      basis: "Kepentingan sah untuk mencegah penipuan (GDPR Pasal 6(1)(f), pertimbangan 47)",
    },
    tax: {
      reason: "Hukum pajak dan pembukuan mewajibkan kami menyimpannya.",
      basis: "Kewajiban hukum (GDPR Pasal 17(3)(b))",
    },
    financial_audit: {
      reason: "Pembukuan kami diaudit, dan tagihan harus dapat dibuktikan sampai saat itu.",
      basis: "Kewajiban hukum untuk menyimpan pembukuan (GDPR Pasal 17(3)(b))",
    },
    objection: {
      reason: "Supaya orang yang minta tidak dikirimi pesan tidak dikirimi lagi.",
      basis: "Kewajiban hukum untuk menghormati keberatan (GDPR Pasal 17(3)(b) dengan Pasal 21(3))",
    },
    accountability: {
      reason: "Untuk menunjukkan bahwa permintaan dijawab, dan tepat waktu.",
      basis: "Akuntabilitas (GDPR Pasal 5(2); 11 CCR § 7101)",
    },
  },
  laws: {
    gdpr: "GDPR Uni Eropa",
    ccpa: "CCPA California",
    india_dpdp: "UU DPDP India",
    india_it: "UU Teknologi Informasi India",
    indonesia_pdp: "UU No. 27 Tahun 2022 tentang Pelindungan Data Pribadi (UU PDP)",
  },
};
