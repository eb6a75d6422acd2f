import type { Messages, Translation } from "../catalog";

export const form: Translation<Messages["form"]> = {
  title: "Minta penghapusan",
  intro:
    "Kami mengirim tautan ke alamat Anda. Baru setelah Anda membukanya dan mengonfirmasi, sesuatu terjadi.",
  requester: {
    legend: "Siapa Anda?",
    cards: {
      workspace_admin: {
        label: "Saya memakai layanan ini",
        hint: "Anda punya akun, atau mengelola sebuah ruang kerja.",
      },
      representative: {
        label: "Saya bertindak untuk orang lain",
        hint: "Pengacara, wali, agensi. Seseorang akan memeriksanya bersama Anda.",
      },
      end_customer: {
        label: "Sebuah bisnis menulis kepada saya",
        hint: "Anda pelanggannya dan tidak punya akun di sini.",
      },
    },
  },
  concern: {
    legend: "Apa yang harus dihapus?",
    cards: {
      account: {
        label: "Akun saya",
        hint: "Data masuk Anda dan yang disimpan tentang Anda.",
      },
      workspace: {
        label: "Seluruh ruang kerja",
        hint: "Dengan semua kontak, percakapan, dan berkasnya. Anda harus pemilik atau adminnya.",
      },
      customer_records: {
        label: "Yang disimpan sebuah bisnis tentang satu orang",
        hint: "Pesan, pesanan, dan data kontak seorang pelanggan.",
      },
      meta_login: {
        label: "Yang berasal dari login Facebook saya",
        hint: "Akun Anda tetap ada, kecuali login itu satu-satunya cara untuk masuk.",
      },
    },
  },
  fields: {
    proof: {
      label: "Bukti bahwa Anda boleh meminta untuknya",
      hint: "PDF atau gambar, paling besar 5 MB: surat kuasa, surat, atau perintah pengadilan. Disimpan terenkripsi dan dihapus bersama permintaannya.",
    },
    email: {
      label: "Alamat email Anda",
      hint: "Yang kami kenal, jika ada. Kami menulis ke sana soal permintaan ini saja.",
    },
    workspaceSlug: {
      label: "Slug ruang kerja",
      hint: "Nama pendek di alamat ruang kerja, misalnya “acme”.",
    },
    businessName: { label: "Nama bisnis", hint: "Seperti yang tertulis di pesan-pesannya." },
    fullName: { label: "Nama Anda", hint: "Seperti yang tercatat pada kami." },
    whatsappNumber: {
      label: "Nomor WhatsApp",
      hint: "Nomor pemilik data, dengan kode negaranya.",
    },
    organization: {
      label: "Organisasi",
      hint: "Perusahaan atau perkumpulan yang menyimpan datanya di sini.",
    },
    metaBusinessAccountId: {
      label: "ID akun bisnis Meta",
      hint: "Di pengaturan bisnis Meta, bagian info bisnis.",
    },
    metaUserId: {
      label: "ID pengguna Meta",
      hint: "Nomor yang dipakai Meta untuk mengenali Anda di aplikasi ini.",
    },
    description: {
      label: "Apa yang harus dihapus, dengan kata-kata Anda",
      hint: "Mohon jangan tulis kata sandi, dan jangan kirim salinan kartu identitas.",
    },
  },
  optional: "tidak wajib",
  statement:
    "Data ini tentang saya sendiri, atau saya berwenang meminta penghapusannya, dan yang saya tulis di sini benar.",
  faults: {
    requester_missing: "Pilih siapa Anda.",
    concern_missing: "Pilih apa yang harus dihapus.",
    email_malformed: "Masukkan alamat email, seperti nama@contoh.com.",
    statement_missing: "Centang ini untuk menyatakan bahwa Anda boleh meminta ini.",
    slug_missing: "Masukkan slug ruang kerja: nama di alamatnya.",
    slug_malformed: "Pakai huruf kecil, angka, dan tanda hubung.",
    business_missing: "Sebutkan bisnis yang menulis kepada Anda.",
    businessName_missing: "Sebutkan bisnis yang dimaksud.",
    fullName_missing: "Masukkan nama Anda.",
    whatsappNumber_missing: "Masukkan nomor WhatsApp pemilik data.",
    organization_missing: "Sebutkan organisasi yang menyimpan datanya.",
    metaBusinessAccountId_missing: "Masukkan ID akun bisnis di Meta.",
    metaUserId_missing: "Masukkan ID pengguna Meta Anda.",
    description_missing: "Jelaskan secara singkat apa yang harus dihapus.",
    phone_malformed: "Masukkan nomor telepon, dengan kode negaranya.",
    meta_id_malformed: "Masukkan nomor seperti yang ditampilkan Meta: hanya angka.",
    over_200: "Jangan lebih dari 200 karakter.",
    over_2000: "Jangan lebih dari 2.000 karakter.",
    proof_too_large: "Berkas lebih dari 5 MB. Pilih yang lebih kecil.",
    proof_wrong_type: "Pilih PDF atau gambar (JPEG, PNG, WebP, atau HEIC).",
    malformed: "Jawaban ini tampaknya keliru. Mohon periksa lagi.",
  },
  summary: "Belum ada yang terkirim. {count, plural, other {# jawaban perlu}} diperiksa lagi:",
  failed: "Itu tidak sampai kepada kami. Tidak ada yang hilang: coba lagi.",
  obstacles: {
    too_many:
      "Baru saja banyak permintaan masuk, dan yang ini tidak diterima. Isian Anda masih ada di sini: tunggu sepuluh menit lalu kirim lagi.",
    machine:
      "Ini tidak diterima: tampaknya diisi oleh program. Jika Anda manusia, kirim sekali lagi.",
    unchallenged:
      "Ini tidak diterima: pemeriksaan yang menahan program tidak berhasil. Tunggu sampai tandanya muncul lalu kirim lagi. Jika tidak muncul, tulislah ke <id>{email}</id>.",
  },
  challenge: {
    needsScripts:
      "Tanpa JavaScript, formulir ini tidak dapat membedakan Anda dari program. Tulislah ke <id>{email}</id>; itu sama berlakunya.",
  },
  submit: "Kirimi saya tautannya",
  sending: "Mengirim",
  sent: {
    title: "Periksa kotak masuk Anda",
    text: "Jika <id>{email}</id> dapat menerima email, kami sudah mengirim tautan ke sana. Buka tautan itu dalam waktu {span} dan konfirmasikan; sebelum itu tidak ada yang dihapus.",
    missing:
      "Tidak ada email setelah sepuluh menit? Periksa folder spam, dan periksa alamat di atas. Jawaban di sini sama untuk setiap alamat, supaya tidak ada yang dapat mengetahui siapa yang kami kenal.",
    again: "Pakai alamat lain",
  },
};
